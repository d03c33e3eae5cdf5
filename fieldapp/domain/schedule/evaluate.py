"""Judges the doses of a history one by one, oldest first, against a series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fieldapp.domain.schedule.case import Case, Evaluation, PriorDose, Validity
from fieldapp.domain.schedule.course import Course
from fieldapp.domain.schedule.kinds import Fit, fit
from fieldapp.domain.schedule.programme import OtherMaker, Series
from fieldapp.domain.vaccine import Catalogue


def evaluate(series: Series, catalogue: Catalogue, case: Case) -> Course:
    """Judge every prior dose; the course holds the evaluations, oldest first.

    Of several records of one day the first in the question's order is the one that is judged.
    """
    course = Course(series, case.birth_date, case.infection_date)
    for dose in sorted(case.prior, key=lambda prior: prior.date):
        course.turn_season(dose.date)
        course.evaluations.append(_judged(course, catalogue, case, dose))
    course.turn_season(case.visit)
    return course


def in_order_asked(case: Case, evaluations: Sequence[Evaluation]) -> tuple[Evaluation, ...]:
    """The evaluations in the order in which the history was given."""
    left = list(evaluations)
    ordered = []
    for dose in case.prior:
        found = next(evaluation for evaluation in left if evaluation.dose == dose)
        left.remove(found)
        ordered.append(found)
    return tuple(ordered)


def impossible(case: Case, day: date) -> str | None:
    """Why nothing can have happened to this person on that day; None when it can."""
    if day > case.visit:
        return "DATE_IN_FUTURE"
    if case.birth_date is not None and day < case.birth_date:
        return "DATE_BEFORE_BIRTH"
    return None


def _judged(course: Course, catalogue: Catalogue, case: Case, dose: PriorDose) -> Evaluation:
    fault = impossible(case, dose.date)
    if fault is not None:
        return Evaluation(dose, Validity.ERROR, fault)
    same_day = [e.dose for e in course.evaluations if e.dose.date == dose.date]
    if same_day:
        alike = any(other.vaccine_id == dose.vaccine_id for other in same_day)
        kind = Validity.DUPLICATE if alike else Validity.REVIEW
        return Evaluation(dose, kind, "DUPLICATE_SAME_DAY")
    if course.complete:
        return Evaluation(dose, Validity.EXTRANEOUS, "SERIES_ALREADY_COMPLETE")
    if dose.counts is not None:
        return _as_decided(course, dose, dose.counts)
    if not may_go_on(course, catalogue, dose.vaccine_id):
        return Evaluation(dose, Validity.REVIEW, "PLATFORM_MISMATCH")
    return _by_age(course, dose)


def _as_decided(course: Course, dose: PriorDose, counts: bool) -> Evaluation:
    """A dose that is to be repeated keeps the next one at its usual distance."""
    if counts:
        course.count(dose)
        return Evaluation(dose, Validity.VALID, "DECIDED")
    course.uncounted = (dose, course.next_rule.min_interval)
    return Evaluation(dose, Validity.NOT_VALID, "DECIDED")


def may_go_on(course: Course, catalogue: Catalogue, vaccine_id: str) -> bool:
    """Whether the programme lets this product begin the course, or go on with it."""
    standing = fit(course.series, catalogue, vaccine_id)
    if standing is Fit.OTHER_MAKER:
        return course.series.other_maker is OtherMaker.ALLOWED
    if standing is Fit.FOLLOWING:
        return bool(course.valid)
    return standing is Fit.OWN


def _by_age(course: Course, dose: PriorDose) -> Evaluation:
    age, born = course.next_rule.min_age, course.birth_date
    if age is not None and born is not None and dose.date < age.after(born):
        course.uncounted = (dose, course.series.gap_after_too_young)
        return Evaluation(dose, Validity.NOT_VALID, "BELOW_MIN_AGE")
    return _by_interval(course, dose)


def _by_interval(course: Course, dose: PriorDose) -> Evaluation:
    """A dose that comes too soon is judged by the programme's early rules, in their order.

    The days are counted from the dose before, whether that one counted or not: so an extra dose
    that is again too soon meets the same rules.
    """
    allowed = course.earliest_by_interval()
    if allowed is None or dose.date >= allowed:
        course.count(dose)
        return Evaluation(dose, Validity.VALID)
    days = course.days_since_last(dose.date)
    for rule in course.next_rule.early:
        if rule.under_days is None or days < rule.under_days:
            if rule.counts:
                course.count(dose)
                return Evaluation(dose, Validity.VALID, early=True)
            course.uncounted = (dose, rule.repeat_after)
            return Evaluation(dose, Validity.NOT_VALID, rule.reason, early=True)
    return Evaluation(dose, Validity.REVIEW, "INTERVAL_BELOW_MIN_NO_RULE", early=True)
