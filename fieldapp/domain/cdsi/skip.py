"""Whether a target dose is not needed: the conditional skips of chapters 6.2 and 7.1."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fieldapp.domain.cdsi.person import Given
from fieldapp.domain.cdsi.series import ConditionKind, Context, SkipCondition, SkipSet, TargetDose
from fieldapp.domain.cdsi.track import Track


def may_skip(
    track: Track,
    target: TargetDose,
    context: Context,
    day: date,
    completed: frozenset[str],
    before: Given | None = None,
) -> bool:
    """Whether the target dose is skipped on this day.

    `completed` are the series groups that are complete; `before` is the dose being judged: only
    the doses before it are counted.
    """
    for skip in target.skips:
        if context not in skip.contexts:
            continue
        met = [
            _set_is_met(track, one, day, completed, before)
            for one in skip.sets
            if one.in_force.on(day)
        ]
        if met and (any(met) if skip.any_is_enough or len(met) == 1 else all(met)):
            return True
    return False


def _set_is_met(
    track: Track, one: SkipSet, day: date, completed: frozenset[str], before: Given | None
) -> bool:
    met = (_is_met(track, condition, day, completed, before) for condition in one.conditions)
    return any(met) if one.any_is_enough else all(met)


def _is_met(
    track: Track,
    condition: SkipCondition,
    day: date,
    completed: frozenset[str],
    before: Given | None,
) -> bool:
    if condition.kind is ConditionKind.AGE:
        return track.person.within(day, condition.begin_age, condition.end_age)
    if condition.kind is ConditionKind.COMPLETED_SERIES:
        return bool(condition.series_groups & completed)
    if condition.kind is ConditionKind.INTERVAL:
        return _interval_is_over(track, condition, day)
    counted = sum(_counts(track, condition, dose) for dose in _doses(track, condition, before))
    if condition.comparison == "greater than":
        return counted > condition.count
    return (
        counted < condition.count
        if condition.comparison == "less than"
        else (counted == condition.count)
    )


def _interval_is_over(track: Track, condition: SkipCondition, day: date) -> bool:
    previous = track.previous()
    if previous is None or condition.interval is None:
        return False
    return day >= condition.interval.after(previous.dose.day)


def _doses(track: Track, condition: SkipCondition, before: Given | None) -> Iterable[Given]:
    if condition.only_valid:
        return track.valid
    if before is None:
        return track.history
    return [d for d in track.history if (d.day, d.place) < (before.day, before.place)]


def _counts(track: Track, condition: SkipCondition, dose: Given) -> bool:
    if condition.vaccines and dose.cvx not in condition.vaccines:
        return False
    if not track.person.within(dose.day, condition.begin_age, condition.end_age):
        return False
    if condition.start is not None and dose.day < condition.start:
        return False
    return condition.end is None or dose.day < condition.end
