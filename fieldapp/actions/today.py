"""The verb: what was recorded today, newest first, and how safe each record is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus
from fieldapp.journal import doses
from fieldapp.journal.doses import DoseState
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class TodayRecord:
    """One record of the day; `dose_number` counts the person's doses of that vaccine."""

    event: ImmunizationEvent
    name: str
    confirmed: bool
    dose_number: int | None


def records_of(journal: Journal, day: date, most: int = 500) -> list[TodayRecord]:
    """The day's records, newest first; late entries for that day included."""
    return [
        TodayRecord(
            record.event,
            record.client.details.name,
            record.state is DoseState.CONFIRMED,
            _number(journal, record.event),
        )
        for record in doses.on_day(journal, day)[:most]
    ]


def _number(journal: Journal, event: ImmunizationEvent) -> int | None:
    given = [
        other.event_id
        for other in doses.of_client(journal, event.client_id)
        if other.status is ImmunizationStatus.COMPLETED
    ]
    return given.index(event.event_id) + 1 if event.event_id in given else None
