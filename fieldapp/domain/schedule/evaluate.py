"""Judges the doses of a history one by one, oldest first, against a series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from fieldapp.domain.schedule.case import Case, Evaluation, PriorDose, Validity
from fieldapp.domain.schedule.programme import DoseRule, EarlyRule, Series
from fieldapp.domain.vaccine import Catalogue


@dataclass
class Course:
    """What of a history counts so far.

    `last_invalid` is the newest dose that did not count but must be kept away from, with the
    rule that says how far.
    """

    series: Series
    needed: int
    valid: list[PriorDose] = field(default_factory=list)
    evaluations: list[Evaluation] = field(default_factory=list)
    last_invalid: tuple[PriorDose, EarlyRule | None] | None = None

    @property
    def complete(self) -> bool:
        """Whether nothing more is due in this series."""
        return len(self.valid) >= self.needed

    @property
    def next_rule(self) -> DoseRule:
        """The rule of the dose that comes next."""
        return self.series.doses[min(len(self.valid), len(self.series.doses) - 1)]


def evaluate(series: Series, catalogue: Catalogue, case: Case) -> Course:
    """Judge every prior dose; evaluations come out oldest first."""
    course = Course(series, _needed(series, case, ()))
    for dose in sorted(_this_season(series, case), key=lambda prior: prior.date):
        course.evaluations.append(_judged(course, catalogue, case, dose))
        course.needed = _needed(series, case, course.valid)
    return course


def in_order_asked(case: Case, evaluations: Sequence[Evaluation]) -> tuple[Evaluation, ...]:
    """The evaluations in the order in which the history was given; earlier seasons' doses count
    as valid then, and no more."""
    left = list(evaluations)
    ordered = []
    for dose in case.prior:
        found = next((e for e in left if e.dose == dose), None)
        if found is not None:
            left.remove(found)
        ordered.append(found or Evaluation(dose, Validity.VALID))
    return tuple(ordered)


def _this_season(series: Series, case: Case) -> list[PriorDose]:
    if series.season is None:
        return list(case.prior)
    return [dose for dose in case.prior if series.season.after(dose.date) > case.visit]


def _needed(series: Series, case: Case, valid: Sequence[PriorDose]) -> int:
    if series.infection is not None and series.infection.one_dose_completes:
        infected = case.infection_date
        if infected is not None:
            before = sum(dose.date < infected for dose in valid)
            return min(before + 1, len(series.doses))
    if _later_season(series, case) or _old_enough_for_one(series, case):
        return 1
    return len(series.doses)


def _later_season(series: Series, case: Case) -> bool:
    return series.season is not None and any(
        series.season.after(dose.date) <= case.visit for dose in case.prior
    )


def _old_enough_for_one(series: Series, case: Case) -> bool:
    limit = series.max_age_for_more_doses
    if limit is None or case.birth_date is None:
        return False
    first = min((dose.date for dose in case.prior), default=case.visit)
    return limit.after(case.birth_date) <= first


def _judged(course: Course, catalogue: Catalogue, case: Case, dose: PriorDose) -> Evaluation:
    impossible = _impossible(case, dose.date)
    if impossible is not None:
        return Evaluation(dose, Validity.ERROR, impossible)
    same_day = [e.dose for e in course.evaluations if e.dose.date == dose.date]
    if same_day:
        alike = any(other.vaccine_id == dose.vaccine_id for other in same_day)
        kind = Validity.DUPLICATE if alike else Validity.REVIEW
        return Evaluation(dose, kind, "DUPLICATE_SAME_DAY")
    if course.valid and not same_kind(catalogue, course.valid[0].vaccine_id, dose.vaccine_id):
        return Evaluation(dose, Validity.REVIEW, "PLATFORM_MISMATCH")
    if course.complete:
        return Evaluation(dose, Validity.EXTRANEOUS, "SERIES_ALREADY_COMPLETE")
    return _by_age_and_interval(course, case, dose)


def _impossible(case: Case, day: date) -> str | None:
    if day > case.visit:
        return "DATE_IN_FUTURE"
    if case.birth_date is not None and day < case.birth_date:
        return "DATE_BEFORE_BIRTH"
    return None


def same_kind(catalogue: Catalogue, one: str, other: str) -> bool:
    """Whether two products are the same kind of vaccine, so that one may finish the other's course.

    A product that the catalogue does not list is of its own kind only.
    """
    a, b = catalogue.get(one), catalogue.get(other)
    return one == other or (a is not None and b is not None and a.platform == b.platform)


def _by_age_and_interval(course: Course, case: Case, dose: PriorDose) -> Evaluation:
    rule = course.next_rule
    if rule.min_age and case.birth_date and dose.date < rule.min_age.after(case.birth_date):
        course.last_invalid = (dose, None)
        return Evaluation(dose, Validity.NOT_VALID, "BELOW_MIN_AGE")
    evaluation = _by_interval(course, rule, dose)
    if evaluation.validity is Validity.VALID:
        course.valid.append(dose)
        course.last_invalid = None
    return evaluation


def _by_interval(course: Course, rule: DoseRule, dose: PriorDose) -> Evaluation:
    repeat = _repeat_date(course)
    if repeat is not None:
        early = dose.date < repeat
        return Evaluation(dose, Validity.REVIEW if early else Validity.VALID,
                          "INTERVAL_BELOW_MIN_NO_RULE" if early else None, early)  # fmt: skip
    allowed = interval_date(course, rule)
    if allowed is None or dose.date >= allowed:
        return Evaluation(dose, Validity.VALID)
    return replace(_too_early(course, rule, dose), early=True)


def _too_early(course: Course, rule: DoseRule, dose: PriorDose) -> Evaluation:
    days = (dose.date - course.valid[-1].date).days
    for early in rule.early:
        if days < early.under_days:
            if early.counts:
                return Evaluation(dose, Validity.VALID)
            course.last_invalid = (dose, early)
            return Evaluation(dose, Validity.NOT_VALID, early.reason)
    return Evaluation(dose, Validity.REVIEW, "INTERVAL_BELOW_MIN_NO_RULE")


def interval_date(course: Course, rule: DoseRule) -> date | None:
    """The first day that the minimum intervals allow; None where nothing came before."""
    if not course.valid:
        return None
    days = [
        period.after(dose.date)
        for period, dose in (
            (rule.min_interval, course.valid[-1]),
            (rule.min_from_first, course.valid[0]),
        )
        if period is not None
    ]
    return max(days, default=None)


def _repeat_date(course: Course) -> date | None:
    """From when the extra dose after one that did not count may be given; None without one."""
    if course.last_invalid is None or course.last_invalid[1] is None:
        return None
    dose, rule = course.last_invalid
    return rule.repeat_after.after(dose.date) if rule and rule.repeat_after else None


def after_invalid(course: Course) -> date | None:
    """From when the next dose may follow one that did not count; None where no rule asks."""
    if course.last_invalid is None:
        return None
    dose, rule = course.last_invalid
    gap = rule.repeat_after if rule else course.series.gap_after_too_young
    return gap.after(dose.date) if gap else None
