"""Whose next dose is due: the days come from the programme's forecast, how it stands from today.

Knows no storage and no calls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fieldapp.domain.call import CallRules
from fieldapp.domain.schedule.advice import Advice, Person, Verdict, advise
from fieldapp.domain.schedule.case import PriorDose, Validity
from fieldapp.domain.schedule.programme import Programme, Series
from fieldapp.domain.vaccine import Catalogue


class DueState(StrEnum):
    """How the next dose stands on a day."""

    PAST = "past-latest"  # the programme's latest day is over; a late dose is still given
    OVERDUE = "overdue"  # the recommended day is long over
    DUE = "due"
    SOON = "due-soon"
    NOT_YET = "not-yet"
    ASK = "ask"  # a clinician has to look first: no day can be said
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class CourseStanding:
    """How far somebody came in one course, and when the next dose is due.

    `first`, `second` are the days of the first two doses that count, `second_by` the last day of
    the second dose's time (None: one dose is all). `vaccine` and `last` are of the newest dose.
    `due` is the programme's recommended day; where its source names none, the first that counts.
    `holds_until`: later the programme may say something else although nothing happened.
    """

    series_id: str
    vaccine: str
    first: date | None
    second: date | None
    second_by: date | None
    last: date
    dose: int | None = None
    due: date | None = None
    latest: date | None = None
    complete: bool = False
    holds_until: date | None = None

    def state(self, today: date, rules: CallRules) -> DueState:
        """How it stands on this day."""
        if self.complete:
            return DueState.COMPLETE
        if self.due is None:
            return DueState.ASK
        if self.latest is not None and today > self.latest:
            return DueState.PAST
        days = (today - self.due).days
        if days > rules.overdue_after_days:
            return DueState.OVERDUE
        if days >= 0:
            return DueState.DUE
        return DueState.SOON if days >= -rules.soon_days else DueState.NOT_YET


def courses_of(
    programme: Programme, catalogue: Catalogue, person: Person, today: date, rules: CallRules
) -> tuple[CourseStanding, ...]:
    """Every course of the programme that this person began, the oldest first.

    Left out: products without a course here; whoever must not have the next dose (a grave reaction
    to an earlier one); and a new season of a vaccine that is given every year.
    """
    found = []
    for advice, series in begun(programme, catalogue, person, today):
        if not _must_not(advice) and not _new_season(advice):
            found.append(_standing(advice, series, person, today, rules))
    return tuple(found)


def begun(
    programme: Programme, catalogue: Catalogue, person: Person, today: date
) -> Iterator[tuple[Advice, Series]]:
    """Each course that somebody began, once, as the desk would advise about it today."""
    seen: set[PriorDose] = set()
    for dose in sorted(person.doses, key=lambda one: one.date):
        series = programme.series_for(dose.vaccine_id)
        if dose in seen or series is None:
            continue
        advice = advise(
            programme,
            catalogue,
            person,
            questions=(),
            answers={},
            today=today,
            product=dose.vaccine_id,
        )
        seen.update(advice.history)
        yield advice, series


def _must_not(advice: Advice) -> bool:
    given_today = advice.reason == "DUPLICATE_SAME_DAY"
    forbidden = advice.verdict is Verdict.DO_NOT_GIVE and not given_today
    return forbidden and not advice.forecast.complete


def _new_season(advice: Advice) -> bool:
    answer = advice.forecast
    counted = all(one.validity is Validity.VALID for one in answer.evaluations)
    return answer.dose_number == 1 and answer.previous is None and counted


def _standing(
    advice: Advice, series: Series, person: Person, today: date, rules: CallRules
) -> CourseStanding:
    answer = advice.forecast
    valid = sorted(e.dose.date for e in answer.evaluations if e.validity is Validity.VALID)
    first, second = (valid[n] if len(valid) > n else None for n in (0, 1))
    newest = advice.history[-1]
    dated = answer.eligible is not None
    return CourseStanding(
        series_id=series.id,
        vaccine=newest.vaccine_id,
        first=first,
        second=second,
        second_by=None if first is None else _second_by(series, first, rules),
        last=newest.date,
        dose=answer.dose_number,
        due=(answer.due or answer.earliest) if dated else None,
        latest=answer.latest if dated else None,
        complete=answer.complete,
        holds_until=_holds_until(series, person, first, today),
    )


def _second_by(series: Series, first: date, rules: CallRules) -> date | None:
    """The end of the time for dose 2: the programme's own, or so long after its due day."""
    if len(series.doses) < 2:
        return None
    rule = series.doses[1]
    end = rule.max_from_first or rule.max_interval
    if end is not None:
        return end.after(first)
    begin = rule.due_interval or rule.min_interval or rule.min_from_first
    return (begin.after(first) if begin else first) + timedelta(days=rules.overdue_after_days)


def _holds_until(series: Series, person: Person, first: date | None, today: date) -> date | None:
    turns = [_day_after_season(series, first), _too_old_from(series, person.birth_date)]
    turns += [dose.date for dose in person.doses]  # one in the future is an error until that day
    ahead = [day for day in turns if day is not None and day > today]
    return min(ahead) - timedelta(days=1) if ahead else None


def _day_after_season(series: Series, first: date | None) -> date | None:
    return None if series.season is None or first is None else series.season.after(first)


def _too_old_from(series: Series, born: date | None) -> date | None:
    return None if series.max_age is None or born is None else series.max_age.after(born)


@dataclass(frozen=True, slots=True)
class Cohort:
    """People whose first dose fell into one month, and whose time for the second is over.

    `drop_out`: the share without a second dose, (dose 1 - dose 2) / dose 1 (WHO); those who came
    after the end of their time have come.
    """

    series_id: str
    month: date
    first: int
    second: int

    @property
    def drop_out(self) -> float:
        """From 0 to 1."""
        return (self.first - self.second) / self.first


def cohorts(courses: Iterable[CourseStanding], today: date) -> list[Cohort]:
    """Drop-out by course and month of the first dose; months not all of whose people had time to
    come are counted by those who had."""
    counted: dict[tuple[date, str], list[int]] = {}
    for course in courses:
        if course.first is None or course.second_by is None or today <= course.second_by:
            continue
        sums = counted.setdefault((course.first.replace(day=1), course.series_id), [0, 0])
        sums[0] += 1
        sums[1] += course.second is not None
    return [
        Cohort(series_id, month, first, second)
        for (month, series_id), (first, second) in sorted(counted.items())
    ]
