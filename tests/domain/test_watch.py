"""A wrong clock never lets anybody leave early in silence, and never holds anybody for years."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.watch import (
    CLOCK_SLACK_S,
    LONGEST_OFF_S,
    Elapsed,
    standing,
    watch_minutes,
)
from tests.domain.schedule.asking import BIBP, CN, WHO, programme

HALF_HOUR = 30 * 60
YEAR = 365 * 86_400
seconds = st.integers(0, 4 * 3600)
jumps = st.integers(-20 * YEAR, 20 * YEAR)


@given(ran=seconds, jump=jumps)
def test_while_the_laptop_runs_no_clock_that_is_set_changes_a_minute(ran: int, jump: int) -> None:
    stands = standing(Elapsed(ran, ran + jump, same_boot=True), HALF_HOUR)
    assert stands.left_s == max(0, HALF_HOUR - ran)
    assert stands.clock_doubtful is (abs(jump) > CLOCK_SLACK_S)


@given(ran=seconds, off=st.integers(0, LONGEST_OFF_S))
def test_a_laptop_that_was_off_for_a_while_counts_that_too(ran: int, off: int) -> None:
    stands = standing(Elapsed(ran, ran + off, same_boot=False), HALF_HOUR)
    assert stands.left_s == max(0, HALF_HOUR - ran - off)
    assert stands.off_s == off and not stands.clock_doubtful


@given(ran=seconds, wall=jumps)
def test_nobody_leaves_early_by_a_clock_that_cannot_be_right(ran: int, wall: int) -> None:
    stands = standing(Elapsed(ran, wall, same_boot=False), HALF_HOUR)
    if stands.may_leave and ran < HALF_HOUR:
        assert stands.off_s <= LONGEST_OFF_S and ran + stands.off_s >= HALF_HOUR
    assert stands.clock_doubtful or stands.off_s == max(0, wall - ran)


@given(wall=jumps, same_boot=st.booleans())
def test_nobody_is_held_longer_than_the_laptop_runs(wall: int, same_boot: bool) -> None:
    assert standing(Elapsed(HALF_HOUR, wall, same_boot), HALF_HOUR).may_leave


@given(ran=seconds, more=seconds, wall=jumps, same_boot=st.booleans())
def test_minutes_never_come_back(ran: int, more: int, wall: int, same_boot: bool) -> None:
    now = Elapsed(ran, wall, same_boot)
    later = replace(now, ran_s=ran + more, wall_s=wall + more)
    assert standing(later, HALF_HOUR).left_s <= standing(now, HALF_HOUR).left_s


def test_a_dose_recorded_late_was_watched_before_it_was_recorded() -> None:
    stands = standing(Elapsed(60, 60, same_boot=True, before_s=600), HALF_HOUR)
    assert stands.left_s == HALF_HOUR - 660


def test_the_length_is_the_programmes_own() -> None:
    assert watch_minutes(programme(CN), BIBP, had_reaction=False) == 30
    assert watch_minutes(programme(WHO), "no-such-vaccine", had_reaction=False) == 15


@pytest.mark.parametrize(("name", "minutes"), [(CN, 30), (WHO, 30)])
def test_somebody_who_had_a_reaction_is_watched_longer_where_the_programme_says_so(
    name: str, minutes: int
) -> None:
    assert watch_minutes(programme(name), BIBP, had_reaction=True) == minutes


def test_a_vaccine_may_have_a_length_of_its_own() -> None:
    rules = programme(CN)
    series = replace(rules.series[0], observation_minutes=60)
    changed = replace(rules, series=(series, *rules.series[1:]))
    assert watch_minutes(changed, BIBP, had_reaction=False) == 60
    assert watch_minutes(changed, BIBP, had_reaction=True) == 60
