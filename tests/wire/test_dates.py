"""Promises of days and minutes as the journal writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.dates import from_day, from_minutes, from_wall, to_day, to_minutes


@given(st.none() | st.dates())
def test_a_day_comes_back(day: date | None) -> None:
    assert from_day(to_day(day)) == day


@given(st.datetimes(), st.integers(-840, 840))
def test_a_minute_on_the_sites_clock_comes_back(time: datetime, offset: int) -> None:
    back = from_minutes(to_minutes(time), offset)
    assert back.replace(tzinfo=None) == time.replace(second=0, microsecond=0)
    assert back.utcoffset() == timedelta(minutes=offset)


def test_known_days_and_minutes_have_known_numbers() -> None:
    assert to_day(date(1970, 1, 1)) == 0
    assert to_day(date(2021, 3, 29)) == 18_715
    assert to_minutes(datetime(1970, 1, 2, 0, 1)) == 1441
    assert from_wall(86_400) == datetime(1970, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("number", [10**7, -(10**7), 10**12, 2**61])
def test_days_beyond_the_calendar_are_refused(number: int) -> None:
    with pytest.raises(OverflowError):
        from_day(number)
    with pytest.raises((OverflowError, ValueError)):
        from_minutes(number * 1440, 0)
    with pytest.raises(OverflowError):
        from_wall(number * 86_400)
