"""The verb: all that was recorded of a person, what of it was corrected, and how safe it is."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.actions.consult import ClientGone
from fieldapp.actions.find_duplicates import Duplicate, unsettled
from fieldapp.actions.known_history import known_history
from fieldapp.domain.client import Client
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.message import MessagesKnown
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal import clients, corrections, doses, links
from fieldapp.journal.corrections import Correction
from fieldapp.journal.doses import DoseState
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One dose or *not given*; `number` is its place in its course."""

    event: ImmunizationEvent
    state: DoseState
    number: int | None
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class PersonRecords:
    """A person, oldest record first. `others` are the further registrations linked to this one,
    each with the evidence; None where they are linked by way of a third. `findings` are the hub's
    codes of what a person must decide; `elsewhere` the registrations of other teams that this one
    was linked to from the roster. `messages`: what the hub told of those it sent; None where
    nothing of them is known here."""

    client: Client
    records: tuple[PersonRecord, ...]
    corrections: tuple[Correction, ...]
    others: tuple[tuple[Client, str | None], ...]
    unsettled: tuple[Duplicate, ...]
    findings: tuple[str, ...] = ()
    elsewhere: tuple[bytes, ...] = ()
    messages: MessagesKnown | None = None


def records_of_person(journal: Journal, client_id: bytes, catalogue: Catalogue) -> PersonRecords:
    """Look everything up. Raises ClientGone."""
    client = clients.get(journal, client_id)
    if client is None:
        raise ClientGone()
    found = doses.records_of_client(journal, client_id)
    history = known_history(journal, client_id)
    numbers = dose_numbers(history.events, catalogue)
    return PersonRecords(
        client,
        tuple(
            PersonRecord(
                record.event,
                record.state,
                numbers.get(record.event.event_id),
                tuple(corrections.of_record(journal, record.event.event_id)),
            )
            for record in found
        ),
        tuple(corrections.of_record(journal, client_id)),
        tuple(
            (other, links.evidence_of(journal, client_id, other.client_id))
            for other in clients.linked(journal, client_id)
            if other.client_id != client_id
        ),
        tuple(unsettled(journal, client)),
        history.findings,
        tuple(links.refs_elsewhere(journal, client_id)),
        history.messages,
    )
