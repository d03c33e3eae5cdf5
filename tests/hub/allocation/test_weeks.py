"""Promises of weeks: they begin on Monday, and what is late counts in the first."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.hub.allocation.weeks import monday_of, week_at, week_number, weeks_from

TODAY = date(2026, 12, 2)


def test_weeks_begin_on_monday() -> None:
    assert weeks_from(TODAY, 2) == [date(2026, 11, 30), date(2026, 12, 7)]
    assert monday_of(date(2026, 11, 30)) == date(2026, 11, 30)


def test_weeks_have_the_number_of_calendars() -> None:
    assert week_number(date(2026, 11, 30)) == 49
    assert week_number(date(2026, 12, 28)) == 53


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2026, 9, 1), 0),
        (date(2026, 12, 6), 0),
        (date(2026, 12, 7), 1),
        (date(2026, 12, 14), None),
    ],
)
def test_a_day_is_in_one_week(day: date, at: int | None) -> None:
    assert week_at(weeks_from(TODAY, 2), day) == at
