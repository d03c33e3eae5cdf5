from __future__ import annotations

from datetime import date, timedelta

from fieldapp.domain.call import Outcome, Plan, Step
from fieldapp.domain.demand import Demand, Expected, demand

TODAY = date(2026, 11, 22)
CALL = Plan(Step.CALL)


def due(
    days: int, *, plan: Plan = CALL, promised: int | None = None, place: str = "Pier"
) -> Expected:
    said = None if promised is None else TODAY + timedelta(days=promised)
    return Expected("v", place, TODAY + timedelta(days=days), plan, said)


def test_each_person_counts_once_in_the_week_of_the_recommended_day() -> None:
    people = [due(days) for days in (-40, 0, 1, 7, 8, 14, 15)]
    assert demand(people, TODAY) == [Demand("v", "Pier", now=2, week_1=2, week_2=2)]


def test_a_promised_day_counts_instead_while_it_is_ahead() -> None:
    assert demand([due(-3, promised=9)], TODAY) == [Demand("v", "Pier", week_2=1)]
    assert demand([due(-3, promised=-1)], TODAY) == [Demand("v", "Pier", now=1)]


def test_who_will_not_come_is_not_counted_but_who_wants_no_calls_is() -> None:
    gone = [Outcome.REFUSED, Outcome.MOVED, Outcome.DECEASED, Outcome.ELSEWHERE]
    assert demand([due(0, plan=Plan(Step.OFF, why=why)) for why in gone], TODAY) == []
    silent = due(0, plan=Plan(Step.OFF, why=Outcome.OPTED_OUT))
    assert demand([silent], TODAY)[0].now == 1


def test_the_place_that_needs_most_comes_first() -> None:
    found = demand([due(0), due(0, place="Gate"), due(2, place="Gate")], TODAY)
    assert [(one.place, one.total) for one in found] == [("Gate", 2), ("Pier", 1)]
