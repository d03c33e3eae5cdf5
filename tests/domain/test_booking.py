"""A seat is kept for half an hour after its time; then it is anybody's."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from fieldapp.domain.booking import Timing, timing

HERE = timezone(timedelta(hours=8))
BEGINS = datetime(2021, 8, 1, 10, 20, tzinfo=HERE)
ENDS = BEGINS + timedelta(minutes=20)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(-1, Timing.EARLY), (0, Timing.NOW), (20, Timing.NOW), (21, Timing.LATE), (50, Timing.LATE),
     (51, Timing.FREE)],
)  # fmt: skip
def test_a_seat_is_kept_for_who_is_late(minutes: int, told: Timing) -> None:
    now = BEGINS + timedelta(minutes=minutes)
    assert timing(BEGINS, ENDS, now, BEGINS.date()) is told


@pytest.mark.parametrize("days", [-1, 1])
def test_another_day_is_no_lateness(days: int) -> None:
    now = BEGINS + timedelta(days=days)
    assert timing(BEGINS, ENDS, now, now.date()) is Timing.OTHER_DAY
