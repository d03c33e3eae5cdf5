"""Joins the roster's people to this laptop's own registrations: by reference, or by document.

Somebody registered here is somebody of the roster when one of their registrations is, when a link
says so, or when they share a document under names that agree: then the hub makes them one, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.domain.client import Client
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.journal.links import refs_elsewhere
from fieldapp.journal.name_terms import same_name
from fieldapp.journal.roster import find
from fieldapp.journal.roster.find import RosterEntry
from fieldapp.wire.chain import REF_BYTES

_BY_ID = (
    "SELECT client.client_id FROM client JOIN entry ON entry.pos = client.no "
    "WHERE entry.id >= ? AND entry.id < ?"
)
_BY_LINK = (
    "SELECT client.client_id FROM roster_link JOIN client ON client.no = roster_link.client "
    "WHERE roster_link.ref = ?"
)


def own_registration(j: Journal, refs: Sequence[bytes]) -> bytes | None:
    """The own registration of somebody with these refs; None when they are not registered here."""
    for ref in refs:
        for query, values in ((_BY_ID, (ref, ref + b"\xff" * 17)), (_BY_LINK, (ref,))):
            found = j.db.row(query, *values)
            if found is not None:
                return bytes(found[0])
    return None


def entries_of(j: Journal, client_id: bytes) -> list[RosterEntry]:
    """What the roster tells of somebody registered here; usually one entry, or none."""
    registrations = clients.linked(j, client_id)
    refs = [one.client_id[:REF_BYTES] for one in registrations]
    for one in registrations:
        refs += refs_elsewhere(j, one.client_id)
    return find.by_refs(j, refs) or _by_document(j, registrations)


def _by_document(j: Journal, registrations: Sequence[Client]) -> list[RosterEntry]:
    return [
        entry
        for one in registrations
        for document in one.details.documents
        for entry in find.by_document(j, document)
        if same_name(entry.person.name, one.details.name)
    ]
