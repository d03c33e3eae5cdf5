"""When a target dose is not needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.domain.cdsi.person import Given, Person
from fieldapp.domain.cdsi.series import (
    ConditionKind,
    Context,
    InForce,
    Skip,
    SkipCondition,
    SkipSet,
)
from fieldapp.domain.cdsi.skip import may_skip
from fieldapp.domain.cdsi.track import Judged, Status, Track

from .made_up import KILLED, WITHDRAWN, length, person, series, target, track

FORECAST = frozenset({Context.FORECAST})
TODAY = date(2024, 1, 10)
DOSES = (("2021-01-10", KILLED), ("2022-01-10", WITHDRAWN), ("2023-01-10", KILLED))


def skipped(
    *sets: SkipSet,
    day: date = TODAY,
    who: Person | None = None,
    completed: frozenset[str] = frozenset(),
    before: Given | None = None,
    any_is_enough: bool = False,
) -> bool:
    """Whether a dose with these sets is skipped while looking ahead."""
    skip = Skip(FORECAST, sets, any_is_enough)
    dose = replace(target(), skips=(skip,))
    one = track(series(dose), who or person(*DOSES))
    one.judged = [Judged(d, Status.VALID) for d in one.history if d.cvx == KILLED]
    return may_skip(one, dose, Context.FORECAST, day, completed, before)


def when(kind: ConditionKind, **fields: object) -> SkipSet:
    """A set of one condition."""
    return SkipSet((SkipCondition(kind, **fields),))  # type: ignore[arg-type]  # as the test names


AGE_4 = when(ConditionKind.AGE, begin_age=length("4 years"))
UNDER_3 = when(ConditionKind.AGE, end_age=length("3 years"))


def test_an_age_skips_from_its_day_on() -> None:
    assert skipped(AGE_4)
    assert not skipped(AGE_4, day=date(2024, 1, 9))


def test_an_interval_needs_a_dose_before() -> None:
    a_year = when(ConditionKind.INTERVAL, interval=length("1 year"))
    assert skipped(a_year)
    assert not skipped(a_year, day=date(2024, 1, 9))
    assert not skipped(a_year, who=person())


def test_a_complete_series_group_skips() -> None:
    done = when(ConditionKind.COMPLETED_SERIES, series_groups=frozenset({"1"}))
    assert skipped(done, completed=frozenset({"1"}))
    assert not skipped(done, completed=frozenset({"2"}))


@pytest.mark.parametrize(
    ("comparison", "count", "expected"),
    [
        ("greater than", 2, True),
        ("greater than", 3, False),
        ("equal to", 3, True),
        ("equal to", 2, False),
        ("less than", 4, True),
        ("less than", 3, False),
    ],
)
def test_doses_are_counted(comparison: str, count: int, expected: bool) -> None:
    rule = when(ConditionKind.COUNT_BY_AGE, comparison=comparison, count=count)
    assert skipped(rule) is expected


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        ({"only_valid": True}, 2),
        ({"vaccines": frozenset({WITHDRAWN})}, 1),
        ({"begin_age": length("2 years")}, 2),
        ({"end_age": length("2 years")}, 1),
        ({"start": date(2022, 1, 10)}, 2),
        ({"end": date(2023, 1, 10)}, 2),
    ],
)
def test_only_some_doses_are_counted(fields: dict[str, object], counted: int) -> None:
    assert skipped(when(ConditionKind.COUNT_BY_BOTH, count=counted, **fields))


def test_judging_a_dose_counts_only_those_before_it() -> None:
    who = person(*DOSES)
    one = when(ConditionKind.COUNT_BY_AGE, count=1)
    assert skipped(one, who=who, before=who.doses[1])
    assert not skipped(one, who=who)


def test_sets_are_taken_together_as_the_data_says() -> None:
    assert not skipped(AGE_4, UNDER_3)
    assert skipped(AGE_4, UNDER_3, any_is_enough=True)
    both = SkipSet((*AGE_4.conditions, *UNDER_3.conditions))
    assert not skipped(both)
    assert skipped(replace(both, any_is_enough=True))


def test_a_set_out_of_force_skips_nothing() -> None:
    assert not skipped(replace(AGE_4, in_force=InForce(until=date(2023, 12, 31))))


def test_a_skip_for_looking_ahead_is_none_while_judging() -> None:
    dose = replace(target(), skips=(Skip(FORECAST, (AGE_4,)),))
    one = Track(series(dose), person(), [])
    assert not may_skip(one, dose, Context.EVALUATION, TODAY, frozenset())
