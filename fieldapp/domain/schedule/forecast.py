"""When the next dose of a series may, should and should at the latest be given, and why not now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.schedule.case import Case, Evaluation, Forecast, Validity
from fieldapp.domain.schedule.course import Course
from fieldapp.domain.schedule.evaluate import evaluate, impossible, in_order_asked, may_go_on
from fieldapp.domain.schedule.kinds import Fit, fit
from fieldapp.domain.schedule.programme import Effect, Programme, Series
from fieldapp.domain.schedule.waits import Wait, binding, waits_for
from fieldapp.domain.vaccine import Catalogue


class NoSeries(FieldAppError):
    """The programme has no series of this name."""

    happened = "The programme {programme} has no series {series}."
    safe = "Nothing was decided."
    next_step = "Choose a series of the programme, or ask your supervisor which programme applies."


def forecast(programme: Programme, catalogue: Catalogue, case: Case) -> Forecast:
    """Answer one case. A product that the programme does not cover is for a clinician.

    Raises NoSeries when the case names a series that the programme does not have.
    """
    series = series_of(programme, case)
    if series is None:
        return _without_series(case)
    course = evaluate(series, catalogue, case)
    answer = _from_facts(course, case) or _next_dose(course, catalogue, case)
    return replace(
        answer,
        evaluations=in_order_asked(case, course.evaluations),
        previous=course.valid[-1] if course.valid else None,
    )


def series_of(programme: Programme, case: Case) -> Series | None:
    """The named series; otherwise that of the first dose's product, then of the one in question.

    None where the programme has none. Raises NoSeries for a name it does not have.
    """
    if case.series_id is not None:
        named = programme.series_named(case.series_id)
        if named is None:
            raise NoSeries(programme=programme.id, series=case.series_id)
        return named
    first = min(case.prior, key=lambda dose: dose.date, default=None)
    names = [first.vaccine_id if first else case.product, case.product]
    return next((s for s in map(programme.series_for, names) if s is not None), None)


def _without_series(case: Case) -> Forecast:
    faults = [(dose, impossible(case, dose.date)) for dose in case.prior]
    return Forecast(
        None,
        "INVALID_HISTORY" if any(fault for _, fault in faults) else "NEEDS_CLINICAL_REVIEW",
        evaluations=tuple(
            Evaluation(dose, Validity.ERROR if fault else Validity.REVIEW, fault)
            for dose, fault in faults
        ),
    )


def _from_facts(course: Course, case: Case) -> Forecast | None:
    """The answers that need no date, because the facts themselves decide."""
    if _has_impossible_facts(course, case):
        return Forecast(None, "INVALID_HISTORY")
    if any(_undecided(evaluation) for evaluation in course.evaluations):
        return Forecast(None, "NEEDS_CLINICAL_REVIEW")
    if course.complete:
        return _complete(course, case)
    if case.birth_date is None:
        unknown_age = course.series.has_age_rule
        return Forecast(None, "NEEDS_CLINICAL_REVIEW") if unknown_age else None
    limit = course.series.max_age
    if limit is not None and case.visit >= limit.after(case.birth_date):
        return Forecast(None, "NEEDS_CLINICAL_REVIEW")
    return None


def _has_impossible_facts(course: Course, case: Case) -> bool:
    days = [dose.date for dose in case.other]
    if case.infection_date is not None:
        days.append(case.infection_date)
    if case.birth_date is not None:
        days.append(case.birth_date)
    errors = any(evaluation.validity is Validity.ERROR for evaluation in course.evaluations)
    return errors or any(impossible(case, day) for day in days)


def _undecided(evaluation: Evaluation) -> bool:
    return evaluation.validity is Validity.REVIEW and evaluation.reason != "DUPLICATE_SAME_DAY"


def _complete(course: Course, case: Case) -> Forecast:
    for rule in course.series.rules_on(case.conditions):
        if rule.also_when_complete and rule.effect is Effect.REVIEW:
            reason = rule.reason or "NEEDS_CLINICAL_REVIEW"
            return Forecast(None, reason, decided_by=rule.condition)
    shortened = len(course.valid) < len(course.series.doses)
    warnings = ("ONE_DOSE_COMPLETES_AFTER_INFECTION",) if _infected(course) and shortened else ()
    return Forecast(False, "SERIES_COMPLETE", complete=True, warnings=warnings)


def _next_dose(course: Course, catalogue: Catalogue, case: Case) -> Forecast:
    waits = waits_for(course, catalogue, case)
    decisive = binding(waits)
    earliest = decisive.until if decisive else case.birth_date
    latest = course.latest()
    overdue = latest is not None and case.visit > latest
    eligible, reason, cause = _decision(course, catalogue, case, decisive)
    answer = Forecast(
        eligible=eligible,
        reason="LATE_CONTINUE" if eligible and overdue else reason,
        dose_number=course.next_rule.number,
        earliest=earliest,
        due=_due(course, case, decisive),
        latest=latest,
        overdue=overdue,
        decided_by=cause,
    )
    return replace(answer, warnings=_warnings(course, catalogue, case, answer))


def _due(course: Course, case: Case, decisive: Wait | None) -> date | None:
    """The target day. Someone old enough for long has none for a first dose, unless the series is
    scheduled by age; nor has a dose for which the source names a span without a day."""
    rule = course.next_rule
    if decisive is None or rule.no_due_date:
        return None
    if not course.valid:
        by_age = decisive.reason == "BELOW_MIN_AGE" and not course.series.due_at_min_age
        return None if by_age and decisive.until < case.visit else decisive.until
    if rule.due_interval is None or course.uncounted is not None:
        return decisive.until
    return max(decisive.until, rule.due_interval.after(course.valid[-1].date))


def _decision(
    course: Course, catalogue: Catalogue, case: Case, decisive: Wait | None
) -> tuple[bool | None, str, str | None]:
    """Eligible or not, the reason, and what it speaks of; the gravest reason comes first."""
    if any(dose.date == case.visit for dose in case.prior):
        return False, "DUPLICATE_SAME_DAY", None
    rules = {rule.effect: rule for rule in reversed(course.series.rules_on(case.conditions))}
    if rule := rules.get(Effect.CONTRAINDICATED):
        return False, rule.reason or "CONTRAINDICATED", rule.condition
    if decisive is not None and case.visit < decisive.until:
        return False, decisive.reason, decisive.cause
    if case.visit_product is not None and not may_go_on(course, catalogue, case.visit_product):
        if fit(course.series, catalogue, case.visit_product) is Fit.OTHER_MAKER:
            return None, "NEEDS_CLINICAL_REVIEW", None
        return False, "PLATFORM_MISMATCH", None
    if rule := rules.get(Effect.DEFER):
        return False, rule.reason or "DEFER", rule.condition
    if rule := rules.get(Effect.REVIEW):
        return None, rule.reason or "NEEDS_CLINICAL_REVIEW", rule.condition
    return True, "DUE", None


def _warnings(
    course: Course, catalogue: Catalogue, case: Case, answer: Forecast
) -> tuple[str, ...]:
    warnings = []
    if _other_maker_in_hand(course, catalogue, case):
        warnings.append("OTHER_MANUFACTURER_SAME_PLATFORM")
    if answer.earliest and answer.latest and answer.earliest > answer.latest:
        warnings.append("EARLIEST_AFTER_LATEST")
    if answer.eligible and _infected(course):
        warnings.append("ONE_DOSE_COMPLETES_AFTER_INFECTION")
    if any(_ask_about(course, evaluation) for evaluation in course.evaluations):
        warnings.append("NEEDS_CLINICAL_REVIEW")
    return tuple(warnings)


def _other_maker_in_hand(course: Course, catalogue: Catalogue, case: Case) -> bool:
    in_hand = case.visit_product
    if in_hand is None or not course.valid:
        return False
    same_kind = fit(course.series, catalogue, in_hand) in (Fit.OWN, Fit.OTHER_MAKER)
    return same_kind and all(dose.vaccine_id != in_hand for dose in course.valid)


def _infected(course: Course) -> bool:
    infection = course.series.infection
    return (
        infection is not None and infection.one_dose_completes and course.infection_date is not None
    )


def _ask_about(course: Course, evaluation: Evaluation) -> bool:
    if evaluation.validity is Validity.REVIEW:
        return True
    too_young = evaluation.reason == "BELOW_MIN_AGE"
    return too_young and course.series.too_young_needs_review
