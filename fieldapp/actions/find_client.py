"""The verb: who is this? From a scan to the people it may mean, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.domain.client import Client
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.scan import Scan
from fieldapp.journal import clients, doses, hub_link
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class History:
    """Doses and reasoned *not given* of one person, oldest first, and where this is known from.

    `known_as_of` is when this laptop last learned anything from elsewhere (the hub); None when it
    knows only what it recorded itself. An empty list means *unknown here*, never *no doses*.
    """

    events: tuple[ImmunizationEvent, ...]
    known_as_of: datetime | None


def find_clients(journal: Journal, scan: Scan) -> list[Client]:
    """Everybody in this journal whom the scan may mean; best match first.

    One document may stand for several people (a contest, or a shared phone): all are returned.
    """
    if scan.kind == "phone" and scan.valid:
        return clients.by_phone(journal, str(scan.fields["e164"]))
    if scan.document is not None:
        return clients.by_document(journal, scan.document)
    if scan.kind == "name":
        return [found.client for found in clients.search(journal, scan.text)]
    return []


def history_of(journal: Journal, client_id: bytes) -> History:
    """What is known here of a person's vaccinations, people linked to them included."""
    events = sorted(doses.of_client(journal, client_id), key=lambda event: event.occurred_at)
    return History(tuple(events), hub_link.last_contact(journal))
