"""Which of several series speaks for the person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.domain.cdsi.person import Observation, Person
from fieldapp.domain.cdsi.select import best_of_groups, is_relevant, leading, prioritized
from fieldapp.domain.cdsi.series import AgeRule, Series, SeriesKind

from .made_up import (
    D1,
    KILLED,
    ONE,
    THREE,
    TODAY,
    TWO,
    answers,
    data,
    length,
    person,
    series,
    target,
)

ALL = data()


def chosen(who: Person, *many: Series) -> str | None:
    """The name of the series that is preferred."""
    one = prioritized(answers(who, *many), TODAY)
    return one.track.series.name if one else None


NOBODY, ONCE = person(), person(("2021-05-01", KILLED))


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
    old = series(D1, replace(target(2), ages=(AgeRule(maximum=length("2 years")),)), group="3")
    open_one = replace(two, equivalent_groups=frozenset({"3"}))
    out = replace(old, equivalent_groups=frozenset({"2"}))
    assert best_of_groups(answers(ONCE, open_one, out)) == best_of_groups(answers(ONCE, open_one))
    apart = replace(two, equivalent_groups=frozenset())
    assert len(best_of_groups(answers(ONCE, one, apart))) == 2


def test_an_open_risk_series_says_when_before_a_standard_one() -> None:
    standard, risk = series(*TWO, name="standard"), series(*THREE, kind=SeriesKind.RISK)
    both = answers(ONCE, standard, risk)
    assert leading(both) == both[1:]
    done = answers(ONCE, standard, series(*ONE, kind=SeriesKind.RISK))
    assert leading(done) == done
