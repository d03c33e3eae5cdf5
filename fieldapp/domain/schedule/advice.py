"""The desk's answer about one person, one vaccine, now: GIVE, NOT YET, DO NOT GIVE or ASK.

A "no" is a value with its rule, source and edition; words for people are made by the screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.schedule.case import Case, Evaluation, Forecast, PriorDose
from fieldapp.domain.schedule.evaluate import evaluate
from fieldapp.domain.schedule.forecast import NoSeries, forecast, series_of
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.screening import Question, conditions_of, unanswered
from fieldapp.domain.vaccine import Catalogue


class Verdict(StrEnum):
    """The four answers."""

    GIVE = "give"
    NOT_YET = "not-yet"
    DO_NOT_GIVE = "do-not-give"
    ASK = "ask"


_NOT_YET = {
    "TOO_EARLY",
    "BELOW_MIN_AGE",
    "OTHER_VACCINE_GAP",
    "LIVE_VACCINE_GAP",
    "INFECTION_GAP",
    "DEFER",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """The answer with its grounds.

    `unanswered` names the questions still to ask: until it is empty, GIVE means *give if all are
    answered no*. `rule` is the series' title, `source` and `edition` the programme's.
    """

    verdict: Verdict
    forecast: Forecast
    programme_id: str
    rule: str
    source: str
    edition: str
    unanswered: tuple[str, ...] = ()

    @property
    def may_record(self) -> bool:
        """Whether a dose can be recorded without an override."""
        return self.verdict is Verdict.GIVE and not self.unanswered


@dataclass(frozen=True, slots=True)
class Person:
    """What the engine needs to know of a person: birth date, and every dose known here."""

    birth_date: date | None
    doses: tuple[PriorDose, ...]


def advise(
    programme: Programme,
    catalogue: Catalogue,
    person: Person,
    *,
    product: str,
    visit_product: str | None,
    questions: Sequence[Question],
    answers: Mapping[str, bool],
    today: date,
) -> Advice:
    """Answer for one product. A product without rules in this programme gives ASK."""
    case = case_of(catalogue, person, product, visit_product, today)
    case = replace(case, conditions=conditions_of(questions, answers))
    try:
        answer, rule = forecast(programme, catalogue, case), series_of(programme, case).title
    except NoSeries:
        answer, rule = Forecast(None, "NEEDS_CLINICAL_REVIEW"), ""
    return Advice(
        verdict=_verdict(answer),
        forecast=answer,
        programme_id=programme.id,
        rule=rule,
        source=programme.source,
        edition=programme.edition,
        unanswered=unanswered(questions, answers),
    )


def _verdict(answer: Forecast) -> Verdict:
    if answer.eligible is None:
        return Verdict.ASK
    if answer.eligible:
        return Verdict.GIVE
    return Verdict.NOT_YET if answer.reason in _NOT_YET else Verdict.DO_NOT_GIVE


def case_of(
    catalogue: Catalogue,
    person: Person,
    product: str,
    visit_product: str | None,
    today: date,
) -> Case:
    """Sort a person's doses into those of the product's own diseases and the others."""
    same = [dose for dose in person.doses if _same_disease(catalogue, product, dose.vaccine_id)]
    other = [dose for dose in person.doses if dose not in same]
    return Case(
        visit=today,
        birth_date=person.birth_date,
        product=product,
        visit_product=visit_product,
        prior=tuple(same),
        other=tuple(other),
    )


def _same_disease(catalogue: Catalogue, one: str, other: str) -> bool:
    a, b = catalogue.get(one), catalogue.get(other)
    return one == other or (a is not None and b is not None and bool({*a.antigens} & {*b.antigens}))


def doses_given(events: Iterable[ImmunizationEvent]) -> tuple[PriorDose, ...]:
    """The doses of a history that happened: neither *not given* nor struck through."""
    return tuple(
        PriorDose(event.occurred_at.date(), event.lot.vaccine_id)
        for event in events
        if event.status is ImmunizationStatus.COMPLETED
    )


def evaluate_history(
    programme: Programme,
    catalogue: Catalogue,
    birth_date: date | None,
    doses: Sequence[PriorDose],
    today: date,
) -> list[Evaluation]:
    """Judge the doses of one disease against its own programme; [] where it has no rules."""
    if not doses:
        return []
    case = Case(visit=today, birth_date=birth_date, product=doses[0].vaccine_id, prior=tuple(doses))
    try:
        return evaluate(series_of(programme, case), catalogue, case).evaluations
    except NoSeries:
        return []
