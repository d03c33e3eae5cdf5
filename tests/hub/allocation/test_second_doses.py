"""Promises of second doses that are not those of every proposal (`test_propose`): the solver's
answer is as good as can be, and without one there is an answer all the same."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings

from fieldapp.hub.allocation import second_doses as module
from fieldapp.hub.allocation.outcome import outcome
from fieldapp.hub.allocation.problem import Allocation, Place, Problem, over_supply, sums
from fieldapp.hub.allocation.second_doses import second_doses
from tests.hub.allocation.problems import problems


def passing(problem: Problem, second: tuple[tuple[int, ...], ...]) -> int:
    first = tuple((0,) * len(problem.supply) for _ in problem.places)
    return sum(week.passing for week in outcome(problem, Allocation(second, first)))


def test_nobody_passes_the_latest_day_who_need_not() -> None:
    """Every way of sharing out is tried."""
    places = (Place("a", (3, 2), (2, 1)), Place("b", (2, 3), (1, 4)))
    problem = Problem(1, (2, 3), places)
    rows = list(product(range(6), repeat=2))
    ways = [
        (a, b) for a, b in product(rows, rows)
        if over_supply(problem, Allocation((a, b), ((0, 0), (0, 0)))) is None
    ]  # fmt: skip
    assert passing(problem, second_doses(problem)) == min(passing(problem, way) for way in ways)


@settings(max_examples=30)
@given(problems())
def test_without_the_solver_there_is_an_answer_within_the_rules(problem: Problem) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module._Model, "solved", lambda _: None)
        found = second_doses(problem)
    empty = tuple((0,) * len(problem.supply) for _ in problem.places)
    assert over_supply(problem, Allocation(found, empty)) is None
    left = sums(problem.supply)[-1] - sum(sum(row) for row in found)
    for place, row in zip(problem.places, found, strict=True):
        assert left == 0 or sum(row) == problem.lacking(place)[-1]


@pytest.mark.parametrize("nonsense", [[[99]], [[-1]]])
def test_an_answer_that_breaks_the_rules_is_not_used(nonsense: list[list[int]]) -> None:
    problem = Problem(1, (4,), (Place("a", (5,), (0,)),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module._Model, "solved", lambda _: nonsense)
        assert second_doses(problem) == ((4,),)
