"""What the hub knows of one person as a vaccination card, its code under the hub's signature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from fieldapp.domain.client import ClientDetails
from fieldapp.domain.documents.masking import mask
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.domain.immunization import (
    DoseSource,
    Evidence,
    ImmunizationEvent,
    ImmunizationStatus,
)
from fieldapp.domain.vaccine import Catalogue
from fieldapp.hub.cards.errors import IdentityContested, NoDoseStands
from fieldapp.hub.cards.key import issuing_key
from fieldapp.hub.exports.people import these
from fieldapp.hub.keys import HubKeys
from fieldapp.hub.messages.due import Ground, courses_for
from fieldapp.hub.messages.people import read_people
from fieldapp.reports.fhir.records import DoseTold
from fieldapp.reports.vaccination_card import CardDose, NextDose, VaccinationCard
from fieldapp.wire import health_card
from fieldapp.wire.health_card import HealthCard, write_card
from fieldapp.wire.health_card.codes import codes_of


@dataclass(frozen=True, slots=True)
class Desk:
    """Where cards are made: with whose keys and rules, under which address, at what local time."""

    keys: HubKeys
    ground: Ground
    address: str
    now: datetime


def card_of(connection: Connection, person: bytes, desk: Desk) -> VaccinationCard:
    """Every dose that stands, oldest first, and what is due next. Raises IdentityContested,
    NoDoseStands."""
    found = these(connection, [person])
    told = found[0].told if found else None
    given = [dose for dose in told.doses if _stands(dose)] if told else []
    if told is None or not given:
        raise NoDoseStands
    if told.contest is not None:
        raise IdentityContested
    details, catalogue = told.client.details, desk.ground.catalogue
    code = write_card(_signed(details, given, desk), issuing_key(desk.keys))
    next_doses, complete = _next(connection, person, desk)
    return VaccinationCard(
        name=details.name,
        document=mask(details.documents[0]) if details.documents else "",
        birth_date=details.birth_date,
        doses=tuple(_on_paper(given, catalogue)),
        team="",
        issued_at=desk.now,
        next_doses=next_doses,
        complete=complete,
        known_as_of=desk.now,
        birth_known_to=details.birth_known_to,
        signed=code.text,
        left_out=code.left_out,
        language=details.language or "",
    )


def _stands(dose: DoseTold) -> bool:
    return dose.event.status is ImmunizationStatus.COMPLETED


def _on_paper(given: Sequence[DoseTold], catalogue: Catalogue) -> Iterable[CardDose]:
    numbers = dose_numbers((dose.event for dose in given), catalogue)
    for dose in given:
        event = dose.event
        elsewhere = event.source is DoseSource.ELSEWHERE
        yield CardDose(
            number=numbers[event.event_id],
            vaccine=event.lot.vaccine_id,
            lot=event.lot.lot_number,
            given_on=event.occurred_at.date(),
            given_by=(event.place or "") if elsewhere else dose.team,
            elsewhere=elsewhere,
            evidence=event.evidence or "",
        )


def _signed(details: ClientDetails, given: Sequence[DoseTold], desk: Desk) -> HealthCard:
    return HealthCard(
        issuer=desk.address,
        issued=int(desk.now.timestamp()),
        name=details.name,
        birth_date=details.birth_date,
        birth_known_to=details.birth_known_to,
        doses=tuple(_dose(dose, desk.ground.catalogue) for dose in given),
    )


def _dose(dose: DoseTold, catalogue: Catalogue) -> health_card.CardDose:
    event = dose.event
    return health_card.CardDose(
        codes=codes_of(catalogue, event.lot.vaccine_id),
        day=event.occurred_at.date(),
        lot=event.lot.lot_number,
        giver=(event.place or "") if event.source is DoseSource.ELSEWHERE else dose.team,
        reported=_is_reported(event),
    )


def _is_reported(event: ImmunizationEvent) -> bool:
    """A dose that others gave, and for which no team saw a signature."""
    return event.source is DoseSource.ELSEWHERE and event.evidence != Evidence.CERTIFICATE


def _next(connection: Connection, person: bytes, desk: Desk) -> tuple[tuple[NextDose, ...], bool]:
    """The next dose of every course begun, and whether all of them are finished."""
    today = desk.now.date()
    known = read_people(connection, [person])
    courses = [one for who in known for one in courses_for(who, desk.ground, today)]
    due = [
        NextDose(one.vaccine, one.dose, one.due)
        for one in courses
        if not one.complete and one.dose is not None and one.due is not None
    ]
    return tuple(due), bool(courses) and all(one.complete for one in courses)
