"""The verb: who is this? From a scan to the people it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fieldapp.actions.known_client import client_of
from fieldapp.domain.client import Client
from fieldapp.domain.scan import Scan
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.journal.name_terms import same_name
from fieldapp.journal.roster import find
from fieldapp.journal.roster.find import RosterEntry
from fieldapp.journal.roster.own import own_registration


def find_clients(journal: Journal, scan: Scan) -> list[Client]:
    """Everybody whom the scan may mean: of this journal, best match first, then of the roster.

    One document may stand for several people (a contest, or a shared phone): all are returned.
    Whoever is registered here is answered by that registration.
    """
    own = _of_this_journal(journal, scan)
    return [*own, *_of_the_roster(journal, scan, own)]


def _of_this_journal(journal: Journal, scan: Scan) -> list[Client]:
    if scan.kind == "phone" and scan.valid:
        return clients.by_phone(journal, str(scan.fields["e164"]))
    if scan.document is not None:
        return clients.by_document(journal, scan.document)
    if scan.kind == "name":
        return [found.client for found in clients.search(journal, scan.text)]
    return []


def _of_the_roster(journal: Journal, scan: Scan, own: Sequence[Client]) -> Iterator[Client]:
    seen = {linked.client_id for one in own for linked in clients.linked(journal, one.client_id)}
    for entry in _entries(journal, scan):
        registered = own_registration(journal, entry.refs)
        if registered is not None:
            here = clients.get(journal, registered)
            if here is not None and registered not in seen:
                seen.add(registered)
                yield here
        elif not _is_one_of(entry, scan, own):
            yield client_of(entry)


def _entries(journal: Journal, scan: Scan) -> list[RosterEntry]:
    if scan.kind == "phone" and scan.valid:
        return find.by_phone(journal, str(scan.fields["e164"]))
    if scan.document is not None:
        return find.by_document(journal, scan.document)
    return find.search(journal, scan.text) if scan.kind == "name" else []


def _is_one_of(entry: RosterEntry, scan: Scan, own: Sequence[Client]) -> bool:
    """Same document and the same name: one person, though the hub does not know it yet."""
    name = entry.person.name
    return scan.document is not None and any(same_name(name, one.details.name) for one in own)
