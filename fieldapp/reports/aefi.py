"""The AEFI line list: one row a report, WHO's 25 core variables first, in the form's order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fieldapp.domain.adverse_event import AdverseEvent
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.reports.cells import day_or_none, minute, minute_or_none, utc
from fieldapp.reports.table import Cell, Table

CORE = (
    "report_id",
    "patient_name",
    "patient_address",
    "sex",
    "birth_date",
    "vaccination_centre",
    "vaccine",
    "brand_and_maker",
    "dose_number",
    "vaccinated_at",
    "lot",
    "expiry",
    "diluent_lot",
    "reconstituted_at",
    "reactions",
    "onset_at",
    "description",
    "serious",
    "outcome",
    "history",
    "reporter_name",
    "reporter_post",
    "reporter_contact",
    "notified_on",
    "reported_at",
)
COLUMNS = (
    *CORE,
    "serious_because",
    "died_on",
    "treatment",
    "comment",
    "still_missing",
    "patient_phone",
    "id_type",
    "id_number",
    "recorded_by",
    "follow_ups",
    "withdrawn",
    "dose_id",
    "client_id",
)


@dataclass(frozen=True, slots=True)
class AefiLine:
    """One report with what follows from its dose; `place` is where the team gave it."""

    event: AdverseEvent
    dose: ImmunizationEvent
    client: ClientDetails
    brand_and_maker: str
    dose_number: int | None
    place: str
    reporter_name: str
    reporter_post: str
    still_missing: tuple[str, ...]


def aefi_table(lines: Iterable[AefiLine]) -> Table:
    """The line list. Several codes stand in one cell, parted by a semicolon."""
    return Table("aefi", COLUMNS, [_row(line) for line in lines])


def _row(line: AefiLine) -> tuple[Cell, ...]:
    return (*_patient(line), *_dose(line), *_reaction(line), *_reporter(line), *_rest(line))


def _patient(line: AefiLine) -> tuple[Cell, ...]:
    client = line.client
    return (
        line.event.reaction_id.hex(),
        client.name,
        " · ".join(part for part in (client.home_area, client.circumstances) if part) or None,
        client.sex.value if client.sex else None,
        client.born or None,
    )


def _dose(line: AefiLine) -> tuple[Cell, ...]:
    dose, details = line.dose, line.event.details
    return (
        line.place,
        dose.lot.vaccine_id,
        line.brand_and_maker,
        line.dose_number,
        minute(dose.occurred_at),
        dose.lot.lot_number,
        day_or_none(dose.lot.expiry),
        details.diluent_lot,
        minute_or_none(details.reconstituted),
    )


def _reaction(line: AefiLine) -> tuple[Cell, ...]:
    details = line.event.details
    return (
        "; ".join(details.reactions),
        minute_or_none(details.onset),
        details.description,
        details.serious,
        details.outcome,
        details.history,
    )


def _reporter(line: AefiLine) -> tuple[Cell, ...]:
    event = line.event
    return (
        event.details.reporter or line.reporter_name,
        event.details.reporter_post or line.reporter_post,
        event.details.reporter_contact,
        day_or_none(event.details.notified_on),
        utc(event.reported_at),
    )


def _rest(line: AefiLine) -> tuple[Cell, ...]:
    event, client = line.event, line.client
    document = client.documents[0] if client.documents else None
    details = event.details
    return (
        "; ".join(details.criteria) or None,
        day_or_none(details.died_on),
        details.treatment,
        details.comment,
        "; ".join(line.still_missing) or None,
        client.phone,
        document.kind if document else None,
        document.number if document else None,
        event.reported_by,
        event.follow_ups,
        event.withdrawn,
        event.dose_id.hex(),
        event.client_id.hex(),
    )
