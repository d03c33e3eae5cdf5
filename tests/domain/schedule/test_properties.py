"""What holds for every history whatever: the engine answers, and never in contradiction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.domain.schedule.case import Case, Forecast, PriorDose, Validity
from fieldapp.domain.schedule.forecast import forecast

from .asking import BIBP, CN, SAGE, WHO, catalogue, programme

PRODUCTS = [vaccine.id for vaccine in catalogue()] + ["not-in-the-catalogue"]
CONDITIONS = ["pregnant", "fever", "severe_vaccine_allergy", "immunocompromised", "breastfeeding"]
VISIT = date(2024, 3, 1)
DATES = st.one_of(
    st.integers(-400, 30).map(lambda days: VISIT + timedelta(days=days)),
    st.dates(),
)
DOSES = st.lists(st.builds(PriorDose, DATES, st.sampled_from(PRODUCTS)), max_size=6).map(tuple)
CASES = st.builds(
    Case,
    visit=st.one_of(st.just(VISIT), st.dates()),
    birth_date=st.none() | st.dates(max_value=VISIT),
    product=st.sampled_from(PRODUCTS),
    visit_product=st.none() | st.sampled_from(PRODUCTS),
    prior=DOSES,
    other=DOSES,
    conditions=st.frozensets(st.sampled_from(CONDITIONS), max_size=2),
    infection_date=st.none() | DATES,
)
INACTIVATED = st.lists(st.integers(0, 120), max_size=4, unique=True)


def answers(case: Case) -> list[Forecast]:
    """What each programme, and each of its series, says."""
    found = []
    for rules in map(programme, (CN, SAGE, WHO)):
        found.append(forecast(rules, catalogue(), case))
        for series in rules.series:
            found.append(forecast(rules, catalogue(), replace(case, series_id=series.id)))
    return found


@settings(max_examples=60)
@given(CASES)
def test_any_history_gets_an_answer_that_does_not_contradict_itself(case: Case) -> None:
    for answer in answers(case):
        assert [e.dose for e in answer.evaluations] == list(case.prior)
        if answer.earliest and answer.due:
            assert answer.earliest <= answer.due
        if answer.eligible:
            assert answer.earliest is None or answer.earliest <= case.visit
            assert not any(e.validity is Validity.ERROR for e in answer.evaluations)
        if answer.complete:
            assert answer.eligible is False
            assert answer.earliest is None
        if answer.overdue:
            assert answer.latest is not None
            assert case.visit > answer.latest


def inactivated(days: Sequence[int], visit: int = 200) -> Case:
    """A Chinese course of doses on these days."""
    start = date(2021, 4, 1)
    return Case(
        visit=start + timedelta(days=visit),
        birth_date=date(1980, 5, 17),
        product=BIBP,
        visit_product=BIBP,
        prior=tuple(PriorDose(start + timedelta(days=number), BIBP) for number in days),
    )


@given(INACTIVATED.flatmap(lambda days: st.tuples(st.just(days), st.permutations(days))))
def test_the_order_of_the_records_changes_nothing(days: tuple[list[int], list[int]]) -> None:
    one, other = (forecast(programme(CN), catalogue(), inactivated(order)) for order in days)
    assert replace(one, evaluations=()) == replace(other, evaluations=())
    assert {(e.dose, e.validity) for e in one.evaluations} == {
        (e.dose, e.validity) for e in other.evaluations
    }


@given(INACTIVATED, st.integers(0, 200), st.integers(1, 500))
def test_a_record_from_the_future_never_makes_anyone_eligible(
    days: list[int], visit: int, ahead: int
) -> None:
    case = inactivated(days, visit)
    future = PriorDose(case.visit + timedelta(days=ahead), BIBP)
    answer = forecast(programme(CN), catalogue(), replace(case, prior=(*case.prior, future)))
    assert answer.eligible is None
    assert answer.reason == "INVALID_HISTORY"


@given(INACTIVATED, st.data())
def test_a_doubled_record_changes_no_date(days: list[int], data: st.DataObject) -> None:
    if not days:
        return
    case = inactivated(days)
    twice = data.draw(st.sampled_from(case.prior))
    plain = forecast(programme(CN), catalogue(), case)
    doubled = forecast(programme(CN), catalogue(), replace(case, prior=(*case.prior, twice)))
    assert replace(doubled, evaluations=()) == replace(plain, evaluations=())


@given(INACTIVATED, st.integers(0, 199))
def test_who_may_be_vaccinated_today_may_be_tomorrow(days: list[int], visit: int) -> None:
    past = [number for number in days if number < visit]
    today = forecast(programme(CN), catalogue(), inactivated(past, visit))
    tomorrow = forecast(programme(CN), catalogue(), inactivated(past, visit + 1))
    assert tomorrow.eligible or not today.eligible
