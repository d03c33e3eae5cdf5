"""Dates are counted as schedules count them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.schedule.calendar import Period, parse_period


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        ("2024-02-09", "21d", "2024-03-01"),
        ("2021-04-01", "8w", "2021-05-27"),
        ("2021-03-31", "6m", "2021-10-01"),
        ("2021-01-31", "1m", "2021-03-01"),
        ("2021-08-31", "6m", "2022-03-01"),
        ("2023-08-29", "6m", "2024-02-29"),
        ("2004-02-29", "18y", "2022-03-01"),
        ("2024-02-29", "4y", "2028-02-29"),
        ("2021-12-31", "2m", "2022-03-01"),
        ("2021-11-30", "1m", "2021-12-30"),
        ("2025-01-31", "9m", "2025-10-31"),
        ("2021-04-01", "0d", "2021-04-01"),
    ],
)
def test_a_day_that_does_not_exist_becomes_the_first_of_the_next_month(
    start: str, period: str, expected: str
) -> None:
    assert parse_period(period).after(date.fromisoformat(start)) == date.fromisoformat(expected)


@pytest.mark.parametrize("text", ["", "21", "d21", "21 d", "-1d", "1.5y", "21D", "٢١d", "21d\n"])
def test_what_is_not_a_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period"):
        parse_period(text)


@given(st.dates(), st.integers(0, 9999), st.sampled_from("dwmy"))
def test_a_later_date_is_never_earlier_and_never_fails(start: date, count: int, unit: str) -> None:
    assert Period(count, unit).after(start) >= start


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 1000))
def test_months_keep_the_order_of_days(start: date, months: int) -> None:
    period = Period(months, "m")
    assert period.after(start) <= period.after(start + timedelta(days=1))
