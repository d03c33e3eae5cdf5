"""Live vaccines keep their distance."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldapp.domain.cdsi.live import ends_of_conflict, in_conflict
from fieldapp.domain.cdsi.track import Judged, Reason, Status

from .made_up import KILLED, MOON_STAR, STAR, data, person, series, target, track

FIRST = date(2021, 2, 1)


@pytest.mark.parametrize(
    ("days", "counted", "conflict"),
    [
        (0, True, False),
        (1, True, True),
        (23, True, True),
        (24, True, False),
        (27, False, True),
        (28, False, False),
    ],
)
def test_four_days_are_forgiven_after_a_dose_that_counted(
    days: int, counted: bool, conflict: bool
) -> None:
    second = (FIRST + timedelta(days=days)).isoformat()
    one = track(series(target()), person((FIRST.isoformat(), STAR), (second, MOON_STAR)))
    if not counted:
        one.judged = [Judged(one.history[0], Status.NOT_VALID, (Reason.TOO_YOUNG,))]
    assert in_conflict(data().schedule, one, one.history[-1]) is conflict


def test_a_killed_vaccine_is_in_no_conflict() -> None:
    one = track(series(target()), person(("2021-02-01", STAR), ("2021-02-02", KILLED)))
    assert not in_conflict(data().schedule, one, one.history[1])


def test_the_next_dose_waits_for_the_whole_distance() -> None:
    doses = person(("2021-02-01", STAR), ("2021-03-01", STAR)).doses
    ends = ends_of_conflict(data().schedule, doses, frozenset({MOON_STAR}))
    assert ends == [date(2021, 3, 1), date(2021, 3, 29)]
    assert ends_of_conflict(data().schedule, doses, frozenset({KILLED})) == []
