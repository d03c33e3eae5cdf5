"""Which rule of a target dose is in force on a day."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.cdsi.series import AgeRule, InForce, IntervalRule, TargetDose

from .made_up import length

CHANGED = date(2016, 12, 16)
BEFORE, SINCE = InForce(until=date(2016, 12, 15)), InForce(since=CHANGED)


def test_both_ends_are_in_force() -> None:
    span = InForce(date(2025, 7, 1), date(2026, 6, 30))
    days = [date(2025, 6, 30), date(2025, 7, 1), date(2026, 6, 30), date(2026, 7, 1)]
    assert [span.on(day) for day in days] == [False, True, True, False]
    assert InForce().on(date(1900, 1, 1))


def test_a_changed_rule_applies_from_its_day_on() -> None:
    old, new = AgeRule(minimum=length("9 years"), in_force=BEFORE), AgeRule(in_force=SINCE)
    dose = TargetDose(1, ages=(old, new))
    assert dose.age_on(date(2016, 12, 15)) is old
    assert dose.age_on(CHANGED) is new
    assert TargetDose(1).age_on(CHANGED) == AgeRule()


def test_only_intervals_in_force_are_asked_for() -> None:
    old, new = IntervalRule(in_force=BEFORE), IntervalRule(from_target=1, in_force=SINCE)
    dose = TargetDose(1, intervals=(old, new, IntervalRule(from_previous=True)))
    assert dose.intervals_on(CHANGED) == (new, IntervalRule(from_previous=True))
