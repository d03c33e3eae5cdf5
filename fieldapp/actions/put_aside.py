"""The verb: which of this laptop's records the hub holds in quarantine, and why."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.domain.client import Client
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.journal import clients, doses
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class PutAside:
    """One record that counts for nothing until it is fixed. `dose` None: the registration itself.

    `reason` is the hub's code.
    """

    client: Client
    dose: ImmunizationEvent | None
    reason: str


def put_aside(journal: Journal) -> list[PutAside]:
    """Registrations first: the doses of people often wait for them."""
    people = [PutAside(client, None, reason) for client, reason in clients.put_aside(journal)]
    return people + [
        PutAside(record.client, record.event, reason) for record, reason in doses.put_aside(journal)
    ]
