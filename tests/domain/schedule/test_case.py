"""A question may be asked again about other conditions; all else stays."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.schedule.case import Case, PriorDose


def test_the_same_question_with_other_conditions_keeps_the_rest() -> None:
    doses = (PriorDose(date(2021, 4, 1), "covid-inact-bibp"),)
    case = Case(date(2021, 4, 22), date(1980, 5, 17), "covid-inact-bibp", prior=doses)
    asked = case.with_conditions(frozenset({"fever"}))
    assert asked.conditions == {"fever"}
    assert asked.with_conditions(frozenset()) == case
    assert case.conditions == frozenset(), "a question never changes"
