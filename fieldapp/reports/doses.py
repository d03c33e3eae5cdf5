"""The dose list: one row a dose or reasoned *not given*, in the import file's own columns first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus
from fieldapp.reports.cells import day_or_none, minute, utc
from fieldapp.reports.table import Cell, Table

COLUMNS = [
    "row_uuid",
    "client_name",
    "sex",
    "birth_date",
    "id_type",
    "id_number",
    "phone",
    "key_group",
    "home_area",
    "nationality",
    "social_security",
    "status",
    "reason",
    "vaccine",
    "lot",
    "expiry",
    "given_at",
    "site",
    "vaccinator",
    "session",
    "note",
    "dose_number",
    "state",
    "recorded_at",
    "recorded_by",
    "event_id",
    "client_id",
]

STATUS_WORDS = {
    ImmunizationStatus.COMPLETED: "given",
    ImmunizationStatus.NOT_DONE: "not-given",
    ImmunizationStatus.ENTERED_IN_ERROR: "entered-in-error",
}


@dataclass(frozen=True, slots=True)
class DoseLine:
    """One record with what the list says about it.

    `state` is how safe or doubtful it is: waiting, confirmed, contested, quarantined or voided.
    """

    event: ImmunizationEvent
    client: ClientDetails
    dose_number: int | None
    state: str
    row_uuid: str | None = None


def dose_table(lines: Iterable[DoseLine]) -> Table:
    """The dose list; its first columns can be imported again as they are."""
    return Table("doses", tuple(COLUMNS), [_row(line) for line in lines])


def _row(line: DoseLine) -> tuple[Cell, ...]:
    return (*_client_cells(line), *_event_cells(line), *_proof_cells(line))


def _client_cells(line: DoseLine) -> tuple[Cell, ...]:
    client = line.client
    document = client.documents[0] if client.documents else None
    return (
        line.row_uuid,
        client.name,
        client.sex.value if client.sex else None,
        client.born or None,
        document.kind if document else None,
        document.number if document else None,
        client.phone,
        client.key_group,
        client.home_area,
        client.nationality,
        client.social_security,
    )


def _event_cells(line: DoseLine) -> tuple[Cell, ...]:
    event = line.event
    return (
        STATUS_WORDS[event.status],
        event.reason,
        event.lot.vaccine_id,
        event.lot.lot_number,
        day_or_none(event.lot.expiry),
        minute(event.occurred_at),
        event.site.value if event.site else None,
        event.vaccinator or event.recorded_by,
        event.session,
        event.note,
    )


def _proof_cells(line: DoseLine) -> tuple[Cell, ...]:
    event = line.event
    return (
        line.dose_number,
        line.state,
        utc(event.recorded_at),
        event.recorded_by,
        event.event_id.hex(),
        event.client_id.hex(),
    )
