"""The verbs: who an id is, here or in the roster; and registering somebody of the roster.

Somebody of the roster has the 16 bytes of a ref for an id until they are registered here.
"""

from __future__ import annotations

from dataclasses import replace

from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import clients
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import find
from fieldapp.journal.roster.find import RosterEntry
from fieldapp.journal.roster.own import own_registration
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.dates import from_day
from fieldapp.wire.facts import ClientLinked


class ErasedMeanwhile(FieldAppError):
    """The hub's list of erasures came while somebody stood at the desk."""

    happened = "The records of this person were erased by law a moment ago."
    safe = "Nothing was recorded for them."
    next_step = "If a dose was given, register the person anew and record it there."


FROM_ROSTER = "roster"
"""The evidence of a link to whom the roster told of."""


def client_of(entry: RosterEntry) -> Client:
    """Somebody of the roster as a client: no more than the roster tells, and the document shown.

    Of the phone there are four digits: to be compared with what the person says, never to be kept.
    """
    person = entry.person
    documents = () if entry.document is None else (entry.document,)
    details = ClientDetails(
        person.name,
        documents,
        from_day(person.birth_day),
        person.sex,
        phone=person.phone_tail or None,
        birth_known_to=person.birth_known_to,
    )
    return Client(person.ref, details)


def entry_of(journal: Journal, client_id: bytes) -> RosterEntry | None:
    """The roster's entry of a ref; None without a lease."""
    return next(iter(find.by_refs(journal, [client_id])), None)


def known_client(journal: Journal, client_id: bytes) -> Client | None:
    """The own registration if there is one, or else who the roster says it is."""
    own = clients.get(journal, client_id)
    if own is not None:
        return own
    entry = entry_of(journal, client_id)
    if entry is None:
        return None
    registered = own_registration(journal, entry.refs)
    return client_of(entry) if registered is None else clients.get(journal, registered)


def own_client(
    journal: Journal, client_id: bytes, *, user: str, written: ClientDetails | None = None
) -> bytes:
    """The own registration of whoever is at the desk, made now for somebody of the roster: with
    what they showed of themselves (`written`), or else what the roster tells.

    It is linked to the registration that the roster named, so that the hub sees one person. Call
    it inside the transaction of the record that needs it. Raises ErasedMeanwhile.
    """
    if clients.get(journal, client_id) is not None:
        return client_id
    entry = entry_of(journal, client_id)
    registered = own_registration(journal, [client_id] if entry is None else entry.refs)
    if registered is None and entry is None and position_of(journal.db, client_id) is not None:
        raise ErasedMeanwhile()
    if registered is not None or entry is None:
        return registered or client_id
    details = written or replace(client_of(entry).details, phone=None)
    (recorded,) = journal.append([to_fact(details)], user=user)
    link = ClientLinked(journal.ref(recorded.event_id), entry.person.ref, FROM_ROSTER)
    journal.append([link], user=user)
    return recorded.event_id
