"""Which of an antigen's series speaks for the person: chapter 8 of the specification."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from fieldapp.domain.cdsi.forecast import SeriesForecast, SeriesStatus
from fieldapp.domain.cdsi.person import Person
from fieldapp.domain.cdsi.series import Series, SeriesKind

_Test = Callable[[SeriesForecast], bool]


def is_relevant(series: Series, person: Person, today: date) -> bool:
    """Whether a series applies: the gender, and for a risk series an indication (chapter 5)."""
    if series.genders and person.gender not in series.genders:
        return False
    if series.kind is not SeriesKind.RISK:
        return True
    return any(
        person.observed(one.observation) is not None
        and person.within(today, one.begin_age, one.end_age)
        for one in series.indications
    )


def prioritized(answers: Sequence[SeriesForecast], today: date) -> SeriesForecast | None:
    """The one series of a series group that is preferred; None where none is left."""
    scorable = [one for one in answers if _is_scorable(one, answers, today)]
    if not scorable:
        return None
    if len(scorable) == 1:
        return scorable[0]
    complete = [one for one in scorable if _is_complete(one)]
    if complete:
        return complete[0] if len(complete) == 1 else _best(complete, _SCORES_COMPLETE)
    begun = [one for one in scorable if one.track.satisfied]
    if begun:
        return begun[0] if len(begun) == 1 else _best(begun, _SCORES_BEGUN)
    default = next((one for one in scorable if one.track.series.is_default), None)
    return default or _best(scorable, _SCORES_NEW)


def _is_scorable(one: SeriesForecast, answers: Sequence[SeriesForecast], today: date) -> bool:
    series, person = one.track.series, one.track.person
    if series.kind is SeriesKind.EVALUATION_ONLY and not one.track.complete:
        return False
    if (
        not one.track.valid
        and series.min_age_to_start
        and today < series.min_age_to_start.after(person.born)
    ):
        return False
    valid = one.track.valid
    limit = series.max_age_to_start
    if valid and limit is not None and valid[0].day >= limit.after(person.born):
        return False
    return series.priority == min(other.track.series.priority for other in answers)


def _is_complete(one: SeriesForecast) -> bool:
    return one.status is SeriesStatus.COMPLETE


def _finish(one: SeriesForecast) -> date:
    """When the series could be finished: the smallest distances and ages from the next dose on."""
    if _is_complete(one):
        return one.track.judged[-1].dose.day
    if one.earliest is None or one.target is None:
        return date.max
    day, born = one.earliest, one.track.person.born
    for dose in one.track.series.doses[one.track.at + 1 :]:
        before = day
        days = [r.minimum.after(before) for r in dose.intervals if r.from_previous and r.minimum]
        ages = [age.minimum.after(born) for age in dose.ages if age.minimum]
        day = max([before, *days, *ages])
    return day


def _completable(one: SeriesForecast) -> bool:
    last = one.track.series.doses[-1]
    limits = [age.maximum.after(one.track.person.born) for age in last.ages if age.maximum]
    finish = _finish(one)
    return finish < date.max and (not limits or finish < max(limits))


def _all_valid_product(one: SeriesForecast) -> bool:
    track = one.track
    return track.series.is_product_path and len(track.valid) == len(track.judged)


def _to_go(one: SeriesForecast) -> int:
    return len(one.track.series.doses) - one.track.at


# each row: the measure, and the points when true of one series only, of several, of others
_Row = tuple[Callable[[Sequence[SeriesForecast]], _Test], int, int, int]


def _most_valid(among: Sequence[SeriesForecast]) -> _Test:
    most = max(len(one.track.valid) for one in among)
    return lambda one: len(one.track.valid) == most


def _earliest_finish(among: Sequence[SeriesForecast]) -> _Test:
    first = min(map(_finish, among))
    return lambda one: _finish(one) == first


def _earliest_start(among: Sequence[SeriesForecast]) -> _Test:
    first = min(one.earliest or date.max for one in among)
    return lambda one: (one.earliest or date.max) == first


def _closest(among: Sequence[SeriesForecast]) -> _Test:
    fewest = min(map(_to_go, among))
    return lambda one: _to_go(one) == fewest


_SCORES_COMPLETE: tuple[_Row, ...] = (
    (_most_valid, 1, 0, -1),
    (lambda _: _all_valid_product, 1, 0, -1),
    (_earliest_finish, 2, 1, -1),
)
_SCORES_BEGUN: tuple[_Row, ...] = (
    (lambda _: _all_valid_product, 2, 0, -2),
    (lambda _: _completable, 3, 0, -3),
    (_most_valid, 2, 0, -2),
    (_closest, 2, 0, -2),
    (_earliest_finish, 1, 0, -1),
)
_SCORES_NEW: tuple[_Row, ...] = (
    (_earliest_start, 1, 0, -1),
    (lambda _: _completable, 1, 0, -1),
    (lambda _: lambda one: one.track.series.is_product_path, -1, -1, 1),
)


def _best(among: Sequence[SeriesForecast], rows: tuple[_Row, ...]) -> SeriesForecast:
    scores = [0] * len(among)
    for measure, alone, shared, otherwise in rows:
        test = measure(among)
        met = [test(one) for one in among]
        for n, is_met in enumerate(met):
            scores[n] += (alone if sum(met) == 1 else shared) if is_met else otherwise
    ranked = zip(scores, among, strict=True)
    return max(ranked, key=lambda pair: (pair[0], -pair[1].track.series.preference))[1]


def best_of_groups(chosen: Sequence[SeriesForecast]) -> list[SeriesForecast]:
    """The best series of an antigen: of equivalent series groups, a complete one speaks alone."""
    return [one for one in chosen if not any(_stands_for(other, one) for other in chosen)]


def _stands_for(other: SeriesForecast, one: SeriesForecast) -> bool:
    if other is one or other.track.series.group not in one.track.series.equivalent_groups:
        return False
    return _rank(other) < _rank(one)


def _rank(one: SeriesForecast) -> tuple[int, int, str]:
    order = (SeriesStatus.COMPLETE, SeriesStatus.NOT_COMPLETE)
    place = order.index(one.status) if one.status in order else len(order)
    return (place, -len(one.track.valid), one.track.series.group)
