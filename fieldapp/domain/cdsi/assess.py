"""The answer about a person: the series of every antigen of a vaccine group, chapter 9."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from fieldapp.domain.cdsi.evaluate import evaluate
from fieldapp.domain.cdsi.forecast import SeriesForecast, SeriesStatus, forecast
from fieldapp.domain.cdsi.person import Given, Person, doses_against
from fieldapp.domain.cdsi.select import best_of_groups, is_relevant, leading, prioritized
from fieldapp.domain.cdsi.series import Antigen
from fieldapp.domain.cdsi.supporting_data import SupportingData, VaccineGroup
from fieldapp.domain.cdsi.track import Judged, Status

_GRAVEST_FIRST = (
    SeriesStatus.CONTRAINDICATED,
    SeriesStatus.NOT_COMPLETE,
    SeriesStatus.COMPLETE,
    SeriesStatus.IMMUNE,
    SeriesStatus.AGED_OUT,
    SeriesStatus.NOT_RECOMMENDED,
)


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """What is said of one vaccine group. `series` are those that speak for it."""

    group: str
    status: SeriesStatus
    judged: tuple[Judged, ...]
    series: tuple[SeriesForecast, ...]
    dose_number: int | None = None
    earliest: date | None = None
    recommended: date | None = None
    past_due: date | None = None


def assess(data: SupportingData, group: VaccineGroup, person: Person, today: date) -> GroupAnswer:
    """Judge what was given up to today and look ahead, for one vaccine group."""
    known = person.until(today)
    best = [
        _best_series(data, data.antigens[name], known, today)
        for name in group.antigens
        if name in data.antigens
    ]
    speaking = tuple(one for chosen in best for one in chosen)
    judged = _together([one.track.judged for one in speaking])
    leaders = [one for chosen in best for one in leading(chosen)]
    status = _status([one.status for one in leaders])
    due = [one for one in leaders if _is_open(one)]
    if status is not SeriesStatus.NOT_COMPLETE:
        return GroupAnswer(group.name, status, judged, speaking)
    starts = [one.earliest for one in due if one.earliest]
    newest = max((one.dose.day for one in judged), default=date.min)
    earliest = max(newest, max(starts) if group.all_together else min(starts))
    recommended = min(one.recommended for one in due if one.recommended)
    overdue = [one.past_due for one in due if one.past_due]
    return GroupAnswer(
        group=group.name,
        status=status,
        judged=judged,
        series=speaking,
        dose_number=_number(group, best),
        earliest=earliest,
        recommended=max(earliest, recommended),
        past_due=max(earliest, min(overdue)) if overdue else None,
    )


def _number(group: VaccineGroup, best: Sequence[Sequence[SeriesForecast]]) -> int:
    """Given together, the antigen that is furthest behind counts; otherwise the one ahead."""
    numbers = [
        max(one.dose_number for one in chosen)
        for chosen in best
        if any(_is_open(one) for one in chosen) or (chosen and not group.all_together)
    ]
    return min(numbers) if group.all_together else max(numbers)


def _is_open(one: SeriesForecast) -> bool:
    return one.status is SeriesStatus.NOT_COMPLETE


def _best_series(
    data: SupportingData, antigen: Antigen, person: Person, today: date
) -> list[SeriesForecast]:
    history = doses_against(data.schedule, person, antigen.name)
    relevant = [one for one in antigen.series if is_relevant(one, person, today)]
    completed: frozenset[str] = frozenset()
    chosen: list[SeriesForecast] = []
    for name, members in groupby(sorted(relevant, key=lambda s: s.group), lambda s: s.group):
        answers = []
        for series in members:
            track = evaluate(data.schedule, series, person, history, completed)
            answers.append(forecast(data.schedule, antigen, track, today, completed))
        if any(one.track.complete for one in answers):
            completed |= {name}
        if (first := prioritized(answers, today)) is not None:
            chosen.append(first)
    return best_of_groups(chosen)


def _status(statuses: Sequence[SeriesStatus]) -> SeriesStatus:
    found = (one for one in _GRAVEST_FIRST if one in statuses)
    return next(found, SeriesStatus.NOT_RECOMMENDED)


def _together(judgements: Sequence[Sequence[Judged]]) -> tuple[Judged, ...]:
    """One judgement a dose: it counts for the group when it counts for any of its antigens."""
    best: dict[Given, Judged] = {}
    for one in (one for judged in judgements for one in judged):
        known = best.get(one.dose)
        if known is None or (one.status is Status.VALID and known.status is not Status.VALID):
            best[one.dose] = one
    return tuple(sorted(best.values(), key=lambda one: (one.dose.day, one.dose.place)))


def groups_of(data: SupportingData, cvx: str) -> list[VaccineGroup]:
    """The vaccine groups that a vaccine is given for."""
    against = {one.antigen for one in data.schedule.associations.get(cvx, ())}
    return [group for group in data.schedule.groups if against & set(group.antigens)]
