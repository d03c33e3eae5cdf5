"""The verb: write down somebody without papers, under a number that the team gives them.

The number goes onto their card: by it they are found again, here and, after a sync, everywhere.
"""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.register_client import register_client
from fieldapp.domain.client import Client, ClientDetails, Document
from fieldapp.domain.documents import provisional
from fieldapp.journal import clients, hub_link
from fieldapp.journal.journal import Journal

KIND = "provisional"


def register_without_papers(journal: Journal, details: ClientDetails, *, user: str) -> Client:
    """Record the person with the next provisional number of this laptop. Raises NameMissing."""
    with journal.transaction():
        number = _next_number(journal)
        numbered = replace(details, documents=(*details.documents, Document(KIND, number)))
        return register_client(journal, numbered, user=user)


def _next_number(journal: Journal) -> str:
    joined = hub_link.enrolment(journal)
    device = joined.device if joined is not None else 0
    station = provisional.station_of(device, journal.head().epoch)
    last = clients.last_number(journal, KIND, f"{provisional.PREFIX}-{station:06d}-")
    counter = int(last.split("-")[2]) if last is not None else 0
    return provisional.make(station, counter + 1)
