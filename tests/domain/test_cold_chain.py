"""Excursions follow from readings alone: certain minutes by interpolation, the rest is unknown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.actions.stock_rules import load_stock_rules
from fieldapp.domain.cold_chain import (
    Counted,
    Excursion,
    Reading,
    Side,
    as_counted,
    excursions,
    freezes,
    hold_reason,
)
from fieldapp.domain.storage import Storage

GAP_S = 3600
KEPT_COOL = Storage(80, 20, freeze_sensitive=True)
RULES = load_stock_rules()


def readings(*tenths: int, step_s: int = 600) -> list[Reading]:
    return [Reading(at * step_s, value) for at, value in enumerate(tenths)]


def only(*tenths: int, step_s: int = 600, storage: Storage = KEPT_COOL) -> Excursion:
    (one,) = excursions(readings(*tenths, step_s=step_s), storage, GAP_S)
    return one


def test_in_range_is_no_excursion_and_the_limits_themselves_are_in_range() -> None:
    assert excursions(readings(46, 80, 20, 50), KEPT_COOL, GAP_S) == []
    assert excursions([], KEPT_COOL, GAP_S) == []


def test_the_limit_is_crossed_between_two_readings_in_proportion() -> None:
    one = only(60, 100, 60)
    assert (one.began_s, one.ended_s, one.least_s, one.most_s) == (300, 900, 600, 600)
    assert one.peak == Reading(600, 100) and one.side is Side.ABOVE and one.minutes == 10


def test_too_cold_is_found_as_too_warm_is() -> None:
    one = only(30, 10, -5, 30)
    assert (one.side, one.peak.tenths) == (Side.BELOW, -5)
    assert one.least_s == one.most_s


def test_a_vaccine_that_cold_does_not_harm_has_no_lower_limit() -> None:
    assert excursions(readings(30, -200, 30), Storage(80, None, False), GAP_S) == []


def test_what_lies_between_far_readings_is_possible_and_not_certain() -> None:
    one = only(50, 90, 50, step_s=6 * 3600)
    assert (one.least_s, one.most_s) == (0, 12 * 3600)
    assert one.minutes == 0


def test_two_far_readings_outside_are_one_excursion() -> None:
    one = only(50, 90, 95, 50, step_s=6 * 3600)
    assert (one.least_s, one.most_s, one.peak.tenths) == (0, 18 * 3600, 95)


def test_the_first_and_the_last_reading_leave_it_open() -> None:
    first = only(90, 50)
    assert first.most_s is None and first.least_s > 0 and not first.going_on
    last = only(50, 90)
    assert last.most_s is None and last.going_on


SERIES = st.lists(st.tuples(st.integers(1, 7200), st.integers(-50, 150)), max_size=40)


@given(SERIES)
def test_certain_time_is_never_more_than_possible_or_passed(steps: list[tuple[int, int]]) -> None:
    at_s, series = 0, []
    for step_s, tenths in steps:
        at_s += step_s
        series.append(Reading(at_s, tenths))
    found = excursions(series, KEPT_COOL, GAP_S)
    for one in found:
        assert 0 <= one.least_s <= one.ended_s - one.began_s
        assert one.most_s is None or one.least_s <= one.most_s
    for side in Side:
        spans = [(one.began_s, one.ended_s) for one in found if one.side is side]
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
    outside = {one.at_s for one in series if not 20 <= one.tenths <= 80}
    assert all(any(o.began_s <= at <= o.ended_s for o in found) for at in outside)


@given(st.lists(st.integers(-50, 150), min_size=2, max_size=30))
def test_interpolated_time_is_what_walking_second_by_second_finds(values: list[int]) -> None:
    series = readings(*values, step_s=60)
    walked = 0
    for one, other in pairwise(series):
        for second in range(60):
            tenths = one.tenths + (other.tenths - one.tenths) * (second + 0.5) / 60
            walked += not 20 <= tenths <= 80
    least = sum(one.least_s for one in excursions(series, KEPT_COOL, GAP_S))
    assert abs(least - walked) <= len(values) * 2


@given(SERIES.filter(bool), st.integers(2, 5))
def test_readings_in_between_that_follow_the_line_change_nothing_certain(
    steps: list[tuple[int, int]], parts: int
) -> None:
    at_s, series = 0, []
    for step_s, tenths in steps:
        at_s += min(step_s, GAP_S) * parts
        series.append(Reading(at_s, tenths * parts))
    wide = Storage(80 * parts, 20 * parts, freeze_sensitive=True)
    denser = [series[0]]
    for one, other in pairwise(series):
        pieces = [
            Reading(
                one.at_s + (other.at_s - one.at_s) * part // parts,
                one.tenths + (other.tenths - one.tenths) * part // parts,
            )
            for part in range(1, parts + 1)
        ]
        denser += pieces
    coarse = sum(o.least_s for o in excursions(series, wide, GAP_S * parts))
    fine = sum(o.least_s for o in excursions(denser, wide, GAP_S * parts))
    assert abs(coarse - fine) <= 2 * len(denser)


def test_what_a_logger_counted_itself_is_believed() -> None:
    day = 24 * 3600
    one = only(50, 90, 50, step_s=6 * 3600)
    told = as_counted([one], [Counted(Side.ABOVE, 0, day - 1, 240)])
    assert [(o.least_s, o.most_s) for o in told] == [(240, 240)]
    others = [Counted(Side.BELOW, 0, day, 60), Counted(Side.ABOVE, day, 2 * day, 60)]
    assert as_counted([one], others) == [one]


@pytest.mark.parametrize(
    ("tenths", "step_s", "reason"),
    [
        ((46, 84, 46), 240, None),  # the lid was open for a moment
        ((46, 84, 46), 6 * 3600, "too-warm"),  # nobody can say that it was a moment
        ((46, 90, 90, 90, 46), 600, "too-warm"),
        ((46, 15, 15, 15, 46), 600, "too-cold"),
        ((46, -5, 46), 60, "frozen"),
    ],
)
def test_a_lot_is_held_unless_the_excursion_certainly_was_short(
    tenths: tuple[int, ...], step_s: int, reason: str | None
) -> None:
    assert hold_reason(only(*tenths, step_s=step_s), KEPT_COOL, RULES) == reason


def test_freezing_is_told_from_mere_cold() -> None:
    assert not freezes(only(30, -4, 30), RULES)
    assert freezes(only(30, -5, 30), RULES)
    hardy = Storage(80, 20, freeze_sensitive=False)
    assert hold_reason(only(30, -5, 30), hardy, RULES) is None
