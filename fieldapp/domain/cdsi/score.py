"""Scores an antigen's series against one another: chapters 8.4 to 8.6 of the specification."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from fieldapp.domain.cdsi.forecast import SeriesForecast, SeriesStatus

_Among = Sequence[SeriesForecast]
_Test = Callable[[SeriesForecast], bool]


def best_of_complete(among: _Among) -> SeriesForecast:
    """The best of several complete series."""
    return _best(among, _COMPLETE)


def best_of_begun(among: _Among) -> SeriesForecast:
    """The best of several series with doses that count."""
    return _best(among, _BEGUN)


def best_of_new(among: _Among) -> SeriesForecast:
    """The best of several series of which nothing was given yet."""
    return _best(among, _NEW)


def _finish(one: SeriesForecast) -> date:
    """When the series is or could be finished: for a complete one the newest dose of the history,
    otherwise the smallest distances and ages from the next dose on."""
    if one.status is SeriesStatus.COMPLETE:
        return one.track.judged[-1].dose.day
    if one.earliest is None:
        return date.max
    day, born = one.earliest, one.track.person.born
    for dose in one.track.series.doses[one.track.at + 1 :]:
        distances = [rule.minimum for rule in dose.intervals if rule.from_previous]
        days = [distance.after(day) for distance in distances if distance]
        ages = [age.minimum.after(born) for age in dose.ages if age.minimum]
        day = max([day, *days, *ages])
    return day


def _can_be_completed(one: SeriesForecast) -> bool:
    last, born = one.track.series.doses[-1], one.track.person.born
    limits = [age.maximum.after(born) for age in last.ages if age.maximum]
    return _finish(one) < max(limits, default=date.max)


def _is_product_path(one: SeriesForecast) -> bool:
    return one.track.series.is_product_path


def _is_valid_product_path(one: SeriesForecast) -> bool:
    return _is_product_path(one) and len(one.track.valid) == len(one.track.judged)


def _most_valid(among: _Among) -> _Test:
    most = max(len(one.track.valid) for one in among)
    return lambda one: len(one.track.valid) == most


def _first_to_finish(among: _Among) -> _Test:
    first = min(map(_finish, among))
    return lambda one: _finish(one) == first


def _first_to_start(among: _Among) -> _Test:
    first = min(one.earliest or date.max for one in among)
    return lambda one: (one.earliest or date.max) == first


def _closest(among: _Among) -> _Test:
    fewest = min(map(_to_go, among))
    return lambda one: _to_go(one) == fewest


def _to_go(one: SeriesForecast) -> int:
    return len(one.track.series.doses) - one.track.at


# each row: what is asked, and the points when it is true of one series only, of several, of others
_Row = tuple[Callable[[_Among], _Test], int, int, int]

_COMPLETE: tuple[_Row, ...] = (
    (_most_valid, 1, 0, -1),
    (lambda _: _is_valid_product_path, 1, 0, -1),
    (_first_to_finish, 2, 1, -1),
)
_BEGUN: tuple[_Row, ...] = (
    (lambda _: _is_valid_product_path, 2, 0, -2),
    (lambda _: _can_be_completed, 3, 0, -3),
    (_most_valid, 2, 0, -2),
    (_closest, 2, 0, -2),
    (_first_to_finish, 1, 0, -1),
)
_NEW: tuple[_Row, ...] = (
    (_first_to_start, 1, 0, -1),
    (lambda _: _can_be_completed, 1, 0, -1),
    (lambda _: _is_product_path, -1, -1, 1),
)


def _best(among: _Among, rows: tuple[_Row, ...]) -> SeriesForecast:
    """The series with the most points; of several, the one that the data prefers."""
    points = [0] * len(among)
    for asked, alone, shared, otherwise in rows:
        met = list(map(asked(among), among))
        for n, is_met in enumerate(met):
            points[n] += (alone if sum(met) == 1 else shared) if is_met else otherwise
    ranked = zip(points, among, strict=True)
    return max(ranked, key=lambda pair: (pair[0], -pair[1].track.series.preference))[1]
