"""The verb: what was recorded today, newest first, and how safe each record is.

Of doses of people who were erased by law stays that they were given (`journal.erased_doses`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.actions.known_history import known_history
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal import doses
from fieldapp.journal.doses import DoseState
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class TodayRecord:
    """One record of the day; `dose_number` is None where nothing was given."""

    event: ImmunizationEvent
    name: str
    confirmed: bool
    dose_number: int | None


def records_of(
    journal: Journal, catalogue: Catalogue, day: date, most: int = 500
) -> list[TodayRecord]:
    """The day's records, newest first; late entries for that day included."""
    records = doses.on_day(journal, day)[:most]
    numbers: dict[bytes, int] = {}
    for client_id in {record.client.client_id for record in records}:
        numbers |= dose_numbers(known_history(journal, client_id).events, catalogue)
    return [
        TodayRecord(
            record.event,
            record.client.details.name,
            record.state is DoseState.CONFIRMED,
            numbers.get(record.event.event_id),
        )
        for record in records
    ]
