"""The verb: how many next doses will be needed where in two weeks (`domain.demand` defines it)."""

from __future__ import annotations

from collections.abc import Iterable

from fieldapp.actions.calls.call_list import CallList, Entry, call_list
from fieldapp.actions.practice import Practice
from fieldapp.domain.demand import WEEK, Demand, Expected, demand

AHEAD_DAYS = 2 * WEEK


def next_two_weeks(practice: Practice) -> tuple[CallList, list[Demand]]:
    """The list two weeks ahead, and what follows from it."""
    found = call_list(practice, days_ahead=AHEAD_DAYS)
    return found, demand(_expected(found.entries), found.today)


def _expected(entries: Iterable[Entry]) -> Iterable[Expected]:
    for entry in entries:
        course = entry.course
        if course.due is not None:
            yield Expected(course.vaccine, entry.place, course.due, entry.plan, entry.promised)
