"""Which of an antigen's series speaks for the person: chapter 8 of the specification."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fieldapp.domain.cdsi.forecast import SeriesForecast, SeriesStatus
from fieldapp.domain.cdsi.person import Person
from fieldapp.domain.cdsi.score import best_of_begun, best_of_complete, best_of_new
from fieldapp.domain.cdsi.series import Series, SeriesKind
from fieldapp.domain.cdsi.track import Track


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
        return complete[0] if len(complete) == 1 else best_of_complete(complete)
    begun = [one for one in scorable if one.track.satisfied]
    if begun:
        return begun[0] if len(begun) == 1 else best_of_begun(begun)
    default = next((one for one in scorable if one.track.series.is_default), None)
    return default or best_of_new(scorable)


def _is_scorable(one: SeriesForecast, answers: Sequence[SeriesForecast], today: date) -> bool:
    if one.track.series.kind is SeriesKind.EVALUATION_ONLY and not one.track.complete:
        return False
    if not _is_of_age_to_start(one.track, today):
        return False
    return one.track.series.priority == min(other.track.series.priority for other in answers)


def _is_of_age_to_start(track: Track, today: date) -> bool:
    """The smallest age is asked before the first dose that counts, the highest of that dose."""
    series, born, valid = track.series, track.person.born, track.valid
    if not valid:
        return series.min_age_to_start is None or today >= series.min_age_to_start.after(born)
    limit = series.max_age_to_start
    return limit is None or valid[0].day < limit.after(born)


def _is_complete(one: SeriesForecast) -> bool:
    return one.status is SeriesStatus.COMPLETE


def best_of_groups(chosen: Sequence[SeriesForecast]) -> list[SeriesForecast]:
    """The best series of an antigen: of equivalent series groups, a complete one speaks alone, and
    one that is still open speaks before one that the person is too old for."""
    return [one for one in chosen if not any(_stands_for(other, one) for other in chosen)]


def leading(best: Sequence[SeriesForecast]) -> list[SeriesForecast]:
    """Those of an antigen's best series that say when: an open risk series goes first."""
    return [one for one in best if _is_open_risk(one)] or list(best)


def _is_open_risk(one: SeriesForecast) -> bool:
    is_risk = one.track.series.kind is SeriesKind.RISK
    return is_risk and one.status is SeriesStatus.NOT_COMPLETE


def _stands_for(other: SeriesForecast, one: SeriesForecast) -> bool:
    if other is one or other.track.series.group not in one.track.series.equivalent_groups:
        return False
    return _rank(other) < _rank(one)


def _rank(one: SeriesForecast) -> int:
    order = (SeriesStatus.COMPLETE, SeriesStatus.NOT_COMPLETE)
    return order.index(one.status) if one.status in order else len(order)
