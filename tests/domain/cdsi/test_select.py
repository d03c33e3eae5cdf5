"""Which of several series speaks for the person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.domain.cdsi.evaluate import evaluate
from fieldapp.domain.cdsi.forecast import SeriesForecast, forecast
from fieldapp.domain.cdsi.person import Observation, Person, doses_against
from fieldapp.domain.cdsi.select import best_of_groups, is_relevant, prioritized
from fieldapp.domain.cdsi.series import AgeRule, Series, SeriesKind

from .made_up import KILLED, data, length, person, series, target

ALL = data()
TODAY = date(2024, 1, 10)
D1 = target(1, age=AgeRule(absolute_minimum=length("1 year"), minimum=length("1 year")))
ONE, TWO, THREE = ([D1, target(2), target(3)][:n] for n in (1, 2, 3))


def answers(who: Person, *many: Series) -> list[SeriesForecast]:
    found = []
    for one in many:
        history = doses_against(ALL.schedule, who, "Sunpox", TODAY)
        track = evaluate(ALL.schedule, one, who, history)
        found.append(forecast(ALL.schedule, ALL.antigens["Sunpox"], track, TODAY, frozenset()))
    return found


def chosen(who: Person, *many: Series) -> str | None:
    """The name of the series that is preferred."""
    one = prioritized(answers(who, *many), TODAY)
    return one.track.series.name if one else None


NOBODY, ONCE = person(), person(("2021-05-01", KILLED))
TWICE = person(("2021-05-01", KILLED), ("2021-08-01", KILLED))


def test_a_risk_series_wants_its_indication_and_its_gender() -> None:
    standard, risk = ALL.antigens["Sunpox"].series
    grown, seen = date(1990, 1, 10), [Observation("055")]
    assert is_relevant(standard, NOBODY, TODAY)
    assert is_relevant(risk, person(born=grown, observed=seen), TODAY)
    assert not is_relevant(risk, person(born=grown), TODAY)
    assert not is_relevant(risk, person(born=grown, observed=seen, gender="Male"), TODAY)
    assert not is_relevant(risk, person(observed=seen), TODAY)  # a child


def test_with_nothing_given_the_default_speaks() -> None:
    usual = series(*THREE, name="usual", is_default=True, preference=9)
    assert chosen(NOBODY, series(*ONE, name="other", preference=1), usual) == "usual"


def test_without_a_default_a_product_path_comes_last() -> None:
    product = series(*TWO, name="product", is_product_path=True, preference=1)
    assert chosen(NOBODY, product, series(*TWO, name="open", preference=2)) == "open"


def test_the_only_complete_one_speaks_and_so_does_the_only_one_begun() -> None:
    short, long = series(*ONE, name="short"), series(*THREE, name="long", is_default=True)
    assert chosen(ONCE, long, short) == "short"
    older = target(1, age=AgeRule(absolute_minimum=length("3 years")))
    assert chosen(ONCE, series(older, name="later", is_default=True), long) == "long"


def test_of_two_complete_the_one_that_counts_more_doses_speaks() -> None:
    assert chosen(TWICE, series(*ONE, name="one"), series(*TWO, name="two")) == "two"


def test_of_two_begun_the_one_closest_to_its_end_speaks() -> None:
    assert chosen(ONCE, series(*THREE, name="three"), series(*TWO, name="two")) == "two"


def test_of_two_begun_one_that_can_be_completed_speaks() -> None:
    too_late = target(2, age=AgeRule(maximum=length("4 years")))
    hopeless = series(D1, too_late, name="hopeless", preference=1)
    assert chosen(ONCE, hopeless, series(*THREE, name="open", preference=2)) == "open"


def test_equal_scores_are_settled_by_preference() -> None:
    first, second = series(*TWO, name="a", preference=2), series(*TWO, name="b", preference=1)
    assert chosen(ONCE, first, second) == "b"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (series(*TWO, min_age_to_start=length("5 years")), None),
        (series(*TWO, max_age_to_start=length("1 year")), "made up"),
        (series(*TWO, kind=SeriesKind.EVALUATION_ONLY), None),
    ],
)
def test_a_series_out_of_question_is_left_out(one: Series, expected: str | None) -> None:
    assert chosen(NOBODY, one) == expected


def test_a_series_begun_above_its_age_is_left_out() -> None:
    assert chosen(ONCE, series(*TWO, max_age_to_start=length("1 year"))) is None


def test_a_lower_priority_is_left_out() -> None:
    low, high = series(*TWO, name="low", priority="B"), series(*THREE, name="high")
    assert chosen(ONCE, low, high) == "high"


def test_of_equivalent_groups_a_complete_one_speaks_alone() -> None:
    one = series(*ONE, name="one", equivalent_groups=frozenset({"2"}))
    two = series(*TWO, name="two", group="2", equivalent_groups=frozenset({"1"}))
    names = [a.track.series.name for a in best_of_groups(answers(ONCE, one, two))]
    assert names == ["one"]
    apart = replace(two, equivalent_groups=frozenset())
    assert len(best_of_groups(answers(ONCE, one, apart))) == 2
