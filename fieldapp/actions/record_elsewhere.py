"""The verb: write down a dose that others gave, from a card or the person's word.

It counts in the schedule like any dose, and says how it is known wherever it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from fieldapp.actions.known_client import known_client, own_client
from fieldapp.actions.known_history import known_history
from fieldapp.actions.moments import site_today
from fieldapp.actions.record_dose import DoseOrder, dose_fact
from fieldapp.domain.clock import Clock
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import DoseSource, Evidence, ImmunizationStatus, VaccineLot
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import DoseKnownFrom

_NOON = time(12)  # a card tells the day, not the hour


class DayImpossible(FieldAppError):
    """The day lies in the future, or before the person was born."""

    happened = "On this day the dose cannot have been given."
    safe = "Nothing was recorded, and the form is kept as it is."
    next_step = "Read the date on the card again."


class KnownAlready(FieldAppError):
    """The history holds this very dose."""

    happened = "This dose is in the history already."
    safe = "Nothing was written twice."
    next_step = "Compare the card with the history, and enter what is missing."


@dataclass(frozen=True, slots=True)
class ElsewhereDose:
    """What the card or the person says. `lot_number` may be empty where nobody knows it."""

    client_id: bytes
    vaccine_id: str
    day: date
    evidence: Evidence
    lot_number: str = ""
    place: str | None = None


def record_elsewhere(journal: Journal, dose: ElsewhereDose, *, clock: Clock, user: str) -> bytes:
    """Record the dose and how it is known; return its event id. Raises DayImpossible, KnownAlready.

    The same day and product again is the same dose, whoever tells it.
    """
    with journal.transaction():
        _require_possible(journal, dose, clock)
        order = DoseOrder(
            client_id=own_client(journal, dose.client_id, user=user),
            lot=VaccineLot(dose.vaccine_id, dose.lot_number),
            site=None,
            source=DoseSource.ELSEWHERE,
            occurred=datetime.combine(dose.day, _NOON),
        )
        (recorded,) = journal.append([dose_fact(journal, order, clock)], user=user)
        known = DoseKnownFrom(
            journal.ref(recorded.event_id), dose.evidence.value, dose.place or None
        )
        journal.append([known], user=user)
    return recorded.event_id


def is_possible(journal: Journal, dose: ElsewhereDose, clock: Clock) -> bool:
    """Whether it can have been given on that day: neither in the future nor before the birth."""
    client = known_client(journal, dose.client_id)
    born = None if client is None else client.details.birth_date
    return dose.day <= site_today(clock) and (born is None or dose.day >= born)


def _require_possible(journal: Journal, dose: ElsewhereDose, clock: Clock) -> None:
    if not is_possible(journal, dose, clock):
        raise DayImpossible()
    for event in known_history(journal, dose.client_id).events:
        same = event.lot.vaccine_id == dose.vaccine_id and event.occurred_at.date() == dose.day
        if same and event.status is ImmunizationStatus.COMPLETED:
            raise KnownAlready()
