"""The desk's answer about one person, one vaccine, now: GIVE, NOT YET, DO NOT GIVE or ASK.

A "no" is a value with its rule, source and edition. No words for people are made here: screens
translate `reason` and put the dates in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from fieldapp.domain.client import Sex
from fieldapp.domain.schedule.case import Case, Forecast, PriorDose
from fieldapp.domain.schedule.forecast import forecast, series_of
from fieldapp.domain.schedule.history import case_of
from fieldapp.domain.schedule.programme import ConditionRule, Effect, Programme, Series
from fieldapp.domain.screening import Question, conditions_of, questions_for, unanswered, wait_until
from fieldapp.domain.vaccine import Catalogue


class Verdict(StrEnum):
    """The four answers."""

    GIVE = "give"
    NOT_YET = "not-yet"
    DO_NOT_GIVE = "do-not-give"
    ASK = "ask"


_CARE = (Verdict.GIVE, Verdict.NOT_YET, Verdict.ASK, Verdict.DO_NOT_GIVE)
"""The more careful the later."""
_NOT_YET = frozenset(
    {
        "TOO_EARLY",
        "BELOW_MIN_AGE",
        "OTHER_VACCINE_GAP",
        "LIVE_VACCINE_GAP",
        "INFECTION_GAP",
        "DEFER",
    }
)


@dataclass(frozen=True, slots=True)
class Person:
    """What the engine needs to know of a person: every dose known here is in `doses`.

    Where `latest_birth_date` is another day than `birth_date`, it may be any day from one to the
    other. `after_doses`: the conditions that reactions to earlier doses set, by their vaccine.
    """

    birth_date: date | None
    doses: tuple[PriorDose, ...]
    sex: Sex | None = None
    infection_date: date | None = None
    after_doses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    latest_birth_date: date | None = None

    def birth_dates(self, today: date) -> tuple[date | None, ...]:
        """The birth date; where it is not known to the day the first and the last it may be.

        Whoever is here today, or had a dose before, was born by then.
        """
        if self.birth_date is None or self.latest_birth_date in (None, self.birth_date):
            return (self.birth_date,)
        last = min([self.latest_birth_date, today, *(dose.date for dose in self.doses)])
        return self.birth_date, max(self.birth_date, last)


@dataclass(frozen=True, slots=True)
class Advice:
    """The answer with its grounds.

    `questions` are those to ask this person, `unanswered` the ids of those still open: until it is
    empty, GIVE means *give if all are answered no*. `rule` is the series' title in English and
    `rule_titles` in every language, `source` and `edition` are the programme's; `notes` are
    conditions to be told and no obstacle. `on_record` are the conditions that nobody need answer
    yes to: a reaction to an earlier dose of this kind of vaccine set them. `wait_until` is the day
    from which the answers that defer the dose no longer matter, at the latest. `birth_decides`:
    the birth date is not known to the day, and the answer would depend on it; this is the more
    careful one. `product` is what was asked about, `history` the doses of its series, oldest first.
    """

    verdict: Verdict
    forecast: Forecast
    product: str
    history: tuple[PriorDose, ...]
    programme_id: str
    rule: str
    rule_titles: Mapping[str, str]
    source: str
    edition: str
    observation_minutes: int
    questions: tuple[Question, ...] = ()
    unanswered: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    on_record: frozenset[str] = frozenset()
    wait_until: date | None = None
    birth_decides: bool = False

    @property
    def reason(self) -> str:
        """The stable code of why; the words are the screens'."""
        return self.forecast.reason

    @property
    def may_record(self) -> bool:
        """Whether a dose can be recorded without an override."""
        return self.verdict is Verdict.GIVE and not self.unanswered


def advise(
    programme: Programme,
    catalogue: Catalogue,
    person: Person,
    *,
    questions: Sequence[Question],
    answers: Mapping[str, bool],
    today: date,
    product: str | None = None,
    visit_product: str | None = None,
    series_id: str | None = None,
) -> Advice:
    """Answer for one product; without one, for the course begun, the vaccine in hand, or the
    programme's first. A product without rules in this programme gives ASK.

    `answers` holds only the questions that were asked. Raises NoSeries for an unknown series.
    """
    product = product or _usual_product(programme, person, visit_product)
    case = case_of(
        programme,
        catalogue,
        product=product,
        visit_product=visit_product,
        birth_date=person.birth_date,
        doses=person.doses,
        infection_date=person.infection_date,
        today=today,
        series_id=series_id,
    )
    series, births = series_of(programme, case), person.birth_dates(today)
    asked = _asked(questions, person.sex, births, today, _conditions(series))
    on_record = _on_record(person, catalogue, {product, visit_product or product})
    found = [
        _advice(programme, catalogue, case.born(birth), series, asked, answers, on_record)
        for birth in births
    ]
    return _most_careful(found)


def _asked(
    questions: Sequence[Question],
    sex: Sex | None,
    births: Sequence[date | None],
    today: date,
    conditions: frozenset[str],
) -> tuple[Question, ...]:
    """Whatever would be asked of somebody born on any of these days, in the order to ask."""
    each = [questions_for(questions, sex, birth, today, conditions) for birth in births]
    return tuple(question for question in questions if any(question in some for some in each))


def _most_careful(found: Sequence[Advice]) -> Advice:
    """Of the answers for the oldest and the youngest that somebody may be, the one that does less;
    it says so when they are not the same."""
    careful = max(found, key=lambda one: (_CARE.index(one.verdict), _waits_until(one)))
    said = {(one.verdict, one.reason, one.forecast.dose_number, _waits_until(one)) for one in found}
    return replace(careful, birth_decides=len(said) > 1)


def _waits_until(advice: Advice) -> date:
    waits = advice.verdict is Verdict.NOT_YET
    return advice.forecast.earliest or date.min if waits else date.min


def _usual_product(programme: Programme, person: Person, visit_product: str | None) -> str:
    begun = sorted(person.doses, key=lambda dose: dose.date)
    names = [dose.vaccine_id for dose in begun if programme.series_for(dose.vaccine_id)]
    if visit_product is not None:
        return visit_product
    return names[-1] if names else programme.series[0].vaccines[0]


def _advice(
    programme: Programme,
    catalogue: Catalogue,
    case: Case,
    series: Series | None,
    asked: tuple[Question, ...],
    answers: Mapping[str, bool],
    on_record: frozenset[str],
) -> Advice:
    conditions = conditions_of(asked, answers) | on_record
    answer = forecast(programme, catalogue, case.with_conditions(conditions))
    rules = series.rules_on(conditions) if series else ()
    titles = series.title if series else {}
    return Advice(
        verdict=_verdict(answer),
        forecast=answer,
        product=case.product,
        history=tuple(sorted(case.prior, key=lambda dose: dose.date)),
        programme_id=programme.id,
        rule=titles.get("en", ""),
        rule_titles=titles,
        source=programme.source,
        edition=programme.edition,
        observation_minutes=programme.observation_minutes,
        questions=asked,
        unanswered=unanswered(asked, answers),
        notes=tuple(rule.condition for rule in rules if rule.effect is Effect.NOTE),
        on_record=on_record,
        wait_until=wait_until(asked, answers, _deferring(rules), case.visit),
    )


def _deferring(rules: Sequence[ConditionRule]) -> frozenset[str]:
    return frozenset(rule.condition for rule in rules if rule.effect is Effect.DEFER)


def _on_record(person: Person, catalogue: Catalogue, asked_about: set[str]) -> frozenset[str]:
    """The conditions set by reactions to the vaccines asked about, and to those of their kind."""
    kinds = {_kind(catalogue, name) for name in asked_about}
    found = (sets for name, sets in person.after_doses.items() if _kind(catalogue, name) in kinds)
    return frozenset().union(*found)


def _kind(catalogue: Catalogue, vaccine_id: str) -> object:
    vaccine = catalogue.get(vaccine_id)
    return vaccine_id if vaccine is None else (vaccine.platform, frozenset(vaccine.antigens))


def _conditions(series: Series | None) -> frozenset[str]:
    rules = series.conditions if series else ()
    return frozenset(rule.condition for rule in rules if rule.effect is not Effect.NOTE)


def _verdict(answer: Forecast) -> Verdict:
    if answer.eligible is None:
        return Verdict.ASK
    if answer.eligible:
        return Verdict.GIVE
    return Verdict.NOT_YET if answer.reason in _NOT_YET else Verdict.DO_NOT_GIVE
