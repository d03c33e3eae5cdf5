"""When the next dose of a series may, should and should at the latest be given, and why not now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.schedule.case import Case, Evaluation, Forecast, PriorDose, Validity
from fieldapp.domain.schedule.evaluate import (
    Course,
    after_invalid,
    evaluate,
    in_order_asked,
    interval_date,
    same_kind,
)
from fieldapp.domain.schedule.programme import DoseRule, Programme, Series
from fieldapp.domain.vaccine import Catalogue

REVIEW, CONTRAINDICATED, DEFER = "review", "contraindicated", "defer"
_BINDING_ORDER = (
    "BELOW_MIN_AGE",
    "TOO_EARLY",
    "INFECTION_GAP",
    "LIVE_VACCINE_GAP",
    "OTHER_VACCINE_GAP",
)


class NoSeries(FieldAppError):
    """The programme has no course for this product, or none of this name."""

    happened = "The programme {programme} has no rules for {product}."
    safe = "Nothing was decided."
    next_step = "Choose a vaccine of the programme, or ask your supervisor which programme applies."


@dataclass(frozen=True, slots=True)
class _Wait:
    """One thing to wait for: until when, and the reason to name if it decides."""

    until: date
    reason: str


def forecast(programme: Programme, catalogue: Catalogue, case: Case) -> Forecast:
    """Answer one case. Raises NoSeries when the programme does not cover the product."""
    series = series_of(programme, case)
    course = evaluate(series, catalogue, case)
    answer = _from_history(course, case) or _next_dose(course, catalogue, case)
    return replace(answer, evaluations=in_order_asked(case, course.evaluations))


def series_of(programme: Programme, case: Case) -> Series:
    """The named series; otherwise that of the first dose's product, then of the one in question."""
    if case.series_id is not None:
        found = programme.series_named(case.series_id)
    else:
        begun = min(case.prior, key=lambda dose: dose.date, default=None)
        asked = [begun.vaccine_id] if begun else []
        names = [*asked, case.product, case.visit_product or case.product]
        found = next((s for s in map(programme.series_for, names) if s is not None), None)
    if found is None:
        raise NoSeries(programme=programme.id, product=case.series_id or case.product)
    return found


def _from_history(course: Course, case: Case) -> Forecast | None:
    """The answers that end the question before any date is computed."""
    if any(e.validity is Validity.ERROR for e in course.evaluations):
        return Forecast(None, "INVALID_HISTORY")
    if any(_undecided(e) for e in course.evaluations):
        return Forecast(None, "NEEDS_CLINICAL_REVIEW")
    if course.complete:
        warnings = _one_dose_warning(course, case)
        return Forecast(False, "SERIES_COMPLETE", complete=True, warnings=warnings)
    needs_age = any(rule.min_age for rule in course.series.doses)
    if case.birth_date is None and needs_age:
        return Forecast(None, "NEEDS_CLINICAL_REVIEW")
    return None


def _undecided(evaluation: Evaluation) -> bool:
    return evaluation.validity is Validity.REVIEW and evaluation.reason != "DUPLICATE_SAME_DAY"


def _next_dose(course: Course, catalogue: Catalogue, case: Case) -> Forecast:
    rule = course.next_rule
    waits = _waits(course, catalogue, case, rule)
    binding = _binding(waits)
    earliest = binding.until if binding else case.birth_date
    latest = _latest(course, case, rule)
    eligible, reason = _decision(course, catalogue, case, binding)
    overdue = latest is not None and case.visit > latest
    if eligible and overdue:
        reason = "LATE_CONTINUE"
    return Forecast(
        eligible=eligible,
        reason=reason,
        dose_number=rule.number,
        earliest=earliest,
        due=_due(course, case, rule, waits, earliest),
        latest=latest,
        overdue=overdue,
        warnings=_warnings(course, catalogue, case, eligible, earliest, latest),
    )


def _waits(course: Course, catalogue: Catalogue, case: Case, rule: DoseRule) -> list[_Wait]:
    waits = []
    if rule.min_age is not None and case.birth_date is not None:
        waits.append(_Wait(rule.min_age.after(case.birth_date), "BELOW_MIN_AGE"))
    for until in (interval_date(course, rule), after_invalid(course)):
        if until is not None:
            waits.append(_Wait(until, "TOO_EARLY"))
    if course.series.infection is not None and case.infection_date is not None:
        until = course.series.infection.gap.after(case.infection_date)
        waits.append(_Wait(until, "INFECTION_GAP"))
    waits += [w for w in (_gap(course, catalogue, case, dose) for dose in case.other) if w]
    return waits


def _gap(course: Course, catalogue: Catalogue, case: Case, dose: PriorDose) -> _Wait | None:
    series, other = course.series, catalogue.get(dose.vaccine_id)
    if dose.date > case.visit:
        return None
    if series.live_gap is not None and other is not None and other.platform == "live-attenuated":
        if dose.date == case.visit:
            return None  # two live vaccines on the same day do not disturb each other
        return _Wait(series.live_gap.after(dose.date), "LIVE_VACCINE_GAP")
    if series.other_vaccine_gap is None or dose.vaccine_id in series.other_vaccine_exempt:
        return None
    return _Wait(series.other_vaccine_gap.after(dose.date), "OTHER_VACCINE_GAP")


def _binding(waits: list[_Wait]) -> _Wait | None:
    """The wait that ends last; of several, the first in the order in which a nurse would say it."""
    return max(
        waits,
        key=lambda wait: (wait.until, -_BINDING_ORDER.index(wait.reason)),
        default=None,
    )


def _latest(course: Course, case: Case, rule: DoseRule) -> date | None:
    if not course.valid or case.infection_date is not None:
        return None
    if rule.max_from_first is not None:
        return rule.max_from_first.after(course.valid[0].date)
    return rule.max_interval.after(course.valid[-1].date) if rule.max_interval else None


def _due(
    course: Course, case: Case, rule: DoseRule, waits: list[_Wait], earliest: date | None
) -> date | None:
    if earliest is None:
        return None
    if course.valid:
        return _due_of_later_dose(course, rule, earliest)
    only_age = all(wait.reason == "BELOW_MIN_AGE" or wait.until < earliest for wait in waits)
    if only_age and earliest < case.visit and not course.series.due_at_min_age:
        return None
    return earliest if waits else None


def _due_of_later_dose(course: Course, rule: DoseRule, earliest: date) -> date | None:
    if after_invalid(course) is not None:
        return earliest
    if rule.due_interval is None:
        return earliest if rule.max_interval is None else None
    return max(earliest, rule.due_interval.after(course.valid[-1].date))


def _decision(
    course: Course, catalogue: Catalogue, case: Case, binding: _Wait | None
) -> tuple[bool | None, str]:
    if any(dose.date == case.visit for dose in case.prior):
        return False, "DUPLICATE_SAME_DAY"
    effects = {r.effect for r in course.series.conditions if r.condition in case.conditions}
    if CONTRAINDICATED in effects:
        return False, "CONTRAINDICATED"
    if binding is not None and case.visit < binding.until:
        return False, binding.reason
    if _other_kind_in_hand(course, catalogue, case):
        return False, "PLATFORM_MISMATCH"
    if DEFER in effects:
        return False, "DEFER"
    if REVIEW in effects or _too_old(course.series, case):
        return None, "NEEDS_CLINICAL_REVIEW"
    return True, "DUE"


def _too_old(series: Series, case: Case) -> bool:
    limit = series.max_age
    return limit is not None and case.birth_date is not None and case.visit >= limit.after(
        case.birth_date
    )  # fmt: skip


def _other_kind_in_hand(course: Course, catalogue: Catalogue, case: Case) -> bool:
    in_hand = case.visit_product
    begun = course.valid[0].vaccine_id if course.valid else case.product
    return in_hand is not None and not same_kind(catalogue, begun, in_hand)


def _warnings(
    course: Course,
    catalogue: Catalogue,
    case: Case,
    eligible: bool | None,
    earliest: date | None,
    latest: date | None,
) -> tuple[str, ...]:
    warnings = []
    if course.valid and case.visit_product is not None:
        begun = course.valid[0].vaccine_id
        if case.visit_product != begun and same_kind(catalogue, begun, case.visit_product):
            warnings.append("OTHER_MANUFACTURER_SAME_PLATFORM")
    if earliest is not None and latest is not None and earliest > latest:
        warnings.append("EARLIEST_AFTER_LATEST")
    if eligible:
        warnings += _one_dose_warning(course, case)
    if any(_ask_about(course, evaluation) for evaluation in course.evaluations):
        warnings.append("NEEDS_CLINICAL_REVIEW")
    return tuple(warnings)


def _one_dose_warning(course: Course, case: Case) -> tuple[str, ...]:
    shortened = course.needed < len(course.series.doses)
    if case.infection_date is not None and shortened:
        return ("ONE_DOSE_COMPLETES_AFTER_INFECTION",)
    return ()


def _ask_about(course: Course, evaluation: Evaluation) -> bool:
    if evaluation.validity is Validity.REVIEW:
        return True
    too_young = evaluation.reason == "BELOW_MIN_AGE"
    return too_young and course.series.too_young_needs_review
