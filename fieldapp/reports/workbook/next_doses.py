"""What the programme says of a dose of each product for one person, for the formulas of a workbook.

The days come from the same forecast as the desk's; a workbook only adds periods to the day typed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from fieldapp.domain.schedule.advice import Advice, Person, Verdict, advise
from fieldapp.domain.schedule.calendar import Period
from fieldapp.domain.schedule.case import PriorDose, Validity
from fieldapp.domain.schedule.programme import DoseRule, Programme
from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.workbook.content import NextDose


class Rules(Protocol):
    """What is judged by."""

    @property
    def programme(self) -> Programme:
        """The programme that is followed."""

    @property
    def catalogue(self) -> Catalogue:
        """The products it is about."""


def next_dose(rules: Rules, person: Person, product: str, day: date) -> NextDose:
    """The dose of this product that the person could have on this day, and what comes after it."""
    advice = _advice(rules, person, product, day)
    answer = advice.forecast
    interval, floor = _after(rules, person, advice, day)
    return NextDose(answer.dose_number, answer.earliest, _stop(advice), interval, floor)


def min_age(rules: Rules, product: str) -> Period | None:
    """How old somebody must be for a first dose of it."""
    series = rules.programme.series_for(product)
    return series.doses[0].min_age if series else None


def _advice(rules: Rules, person: Person, product: str, day: date) -> Advice:
    return advise(
        rules.programme,
        rules.catalogue,
        person,
        questions=(),
        answers={},
        today=day,
        product=product,
        visit_product=product,
    )


def _stop(advice: Advice) -> str:
    if advice.forecast.complete:
        return "complete"
    return "ask" if advice.verdict in (Verdict.ASK, Verdict.DO_NOT_GIVE) else ""


def _after(
    rules: Rules, person: Person, advice: Advice, day: date
) -> tuple[Period | None, date | None]:
    """How long after this dose the next is due, and the day before which it never is."""
    number = advice.forecast.dose_number
    given = PriorDose(day, advice.product)
    later = replace(person, doses=(*person.doses, given))
    then = _advice(rules, later, advice.product, day + timedelta(days=1)).forecast
    series = rules.programme.series_for(_first_product(advice))
    if series is None or number is None or then.complete or number >= len(series.doses):
        return None, None
    counted = [e.dose.date for e in advice.forecast.evaluations if e.validity is Validity.VALID]
    rule = series.doses[number]
    floor = rule.min_from_first.after(min(counted)) if rule.min_from_first and counted else None
    return _interval(rule, day, first=not counted), floor


def _first_product(advice: Advice) -> str:
    return advice.history[0].vaccine_id if advice.history else advice.product


def _interval(rule: DoseRule, day: date, *, first: bool) -> Period | None:
    """The longest of what must pass from this dose."""
    periods = [rule.due_interval or rule.min_interval, rule.min_interval]
    if first:
        periods.append(rule.min_from_first)
    return max(filter(None, periods), key=lambda period: period.after(day), default=None)
