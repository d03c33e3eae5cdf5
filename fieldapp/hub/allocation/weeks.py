"""Calendar weeks: from Monday to Sunday, by their ISO number. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from fieldapp.domain.demand import WEEK


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def weeks_from(today: date, number: int) -> list[date]:
    """The Mondays of the present week and of those after it."""
    first = monday_of(today)
    return [first + timedelta(days=WEEK * at) for at in range(number)]


def week_at(mondays: Sequence[date], day: date) -> int | None:
    """In which of these weeks a day falls; those before count in the first; None for later."""
    at = max(0, (day - mondays[0]).days // WEEK)
    return at if at < len(mondays) else None


def week_number(monday: date) -> int:
    """As on calendars."""
    return monday.isocalendar().week
