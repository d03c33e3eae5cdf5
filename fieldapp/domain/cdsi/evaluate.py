"""Judges the doses of a history against a series, oldest first: chapter 6 of the specification."""

from __future__ import annotations

from collections.abc import Iterator

from fieldapp.domain.cdsi.length import Length
from fieldapp.domain.cdsi.live import in_conflict
from fieldapp.domain.cdsi.person import Given, Person
from fieldapp.domain.cdsi.series import Context, IntervalRule, Series, TargetDose, VaccineRule
from fieldapp.domain.cdsi.skip import may_skip
from fieldapp.domain.cdsi.supporting_data import Schedule
from fieldapp.domain.cdsi.track import Judged, Reason, Status, Track


def evaluate(
    schedule: Schedule,
    series: Series,
    person: Person,
    history: list[Given],
    completed: frozenset[str] = frozenset(),
) -> Track:
    """Judge every dose of the history; `completed` are the series groups already complete."""
    track = Track(series, person, history)
    for dose in history:
        track.judged.append(_judged(schedule, track, dose, completed))
    return track


def _judged(schedule: Schedule, track: Track, dose: Given, completed: frozenset[str]) -> Judged:
    target = _next_target(track, dose, completed)
    if target is None:
        return Judged(dose, Status.EXTRANEOUS, (Reason.COMPLETE,))
    if dose.cvx in target.inadvertent:
        return Judged(dose, Status.NOT_VALID, (Reason.INADVERTENT,))
    reasons = tuple(_why_not(schedule, track, target, dose))
    if Reason.TOO_OLD in reasons:
        return Judged(dose, Status.EXTRANEOUS, (Reason.TOO_OLD,))
    if reasons:
        return Judged(dose, Status.NOT_VALID, reasons)
    track.satisfy(target, dose)
    return Judged(dose, Status.VALID)


def _next_target(track: Track, dose: Given, completed: frozenset[str]) -> TargetDose | None:
    while (target := track.target) is not None and may_skip(
        track, target, Context.EVALUATION, dose.day, completed, dose
    ):
        track.at += 1
    return target


def _why_not(schedule: Schedule, track: Track, target: TargetDose, dose: Given) -> Iterator[Reason]:
    """Every rule is asked; a live conflict is told before a distance, a distance before an age."""
    if in_conflict(schedule, track, dose):
        yield Reason.LIVE_CONFLICT
    if not _interval_kept(track, target, dose):
        yield Reason.TOO_SOON
    if (by_age := _by_age(track, target, dose)) is not None:
        yield by_age
    rules = (*target.preferable, *target.allowable)
    if not any(_is_the_vaccine(track, rule, dose) for rule in rules):
        yield Reason.NOT_THE_VACCINE


def _by_age(track: Track, target: TargetDose, dose: Given) -> Reason | None:
    age, born = target.age_on(dose.day), track.person.born
    if age.maximum is not None and dose.day >= age.maximum.after(born):
        return Reason.TOO_OLD
    if age.absolute_minimum is not None and dose.day < age.absolute_minimum.after(born):
        return Reason.TOO_YOUNG
    in_grace = age.minimum is not None and dose.day < age.minimum.after(born)
    return Reason.TOO_YOUNG if in_grace and _no_grace(track, target) else None


def _no_grace(track: Track, target: TargetDose) -> bool:
    """The days of grace are lost after a dose that itself came too early."""
    previous = track.previous()
    return target.number > 1 and previous is not None and previous.too_early


def _interval_kept(track: Track, target: TargetDose, dose: Given) -> bool:
    if all(_kept(track, rule, dose) for rule in target.intervals_on(dose.day)):
        return True
    allowable = [rule for rule in target.allowable_intervals if rule.in_force.on(dose.day)]
    return bool(allowable) and all(
        _not_before(track, rule, rule.absolute_minimum, dose) for rule in allowable
    )


def _kept(track: Track, rule: IntervalRule, dose: Given) -> bool:
    if not _not_before(track, rule, rule.absolute_minimum, dose):
        return False
    previous = track.previous()
    if previous is None or not previous.too_early:
        return True
    return _not_before(track, rule, rule.minimum, dose)


def _not_before(track: Track, rule: IntervalRule, length: Length | None, dose: Given) -> bool:
    since = track.since(rule, dose)
    return since is None or length is None or dose.day >= length.after(since)


def _is_the_vaccine(track: Track, rule: VaccineRule, dose: Given) -> bool:
    if rule.cvx != dose.cvx or (rule.mvx and dose.mvx and rule.mvx != dose.mvx):
        return False
    return track.person.within(dose.day, rule.begin_age, rule.end_age)
