"""Promises of the figures: doses for people are whole vials, enough, and no vial too many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.hub.allocation.problem import Allocation, Place, Problem, over_supply, steps, sums

PERCENT, VIAL = st.integers(0, 90), st.sampled_from((1, 5, 10, 20))


@given(st.integers(0, 10_000), PERCENT, st.integers(0, 200), VIAL)
def test_a_reserve_is_enough_and_no_vial_too_many(
    people: int, wastage: int, buffer: int, vial: int
) -> None:
    problem = Problem(vial, (), (), wastage, buffer)
    vials = problem.reserve(people)
    wanted = people * 100 / (100 - wastage) * (100 + buffer) / 100
    assert problem.people_for(vials) >= people
    assert (vials - 1) * vial < wanted + 1e-6 or vials == 0


def test_over_the_supply_is_seen_in_the_week_it_happens() -> None:
    problem = Problem(1, (5, 5), (Place("a", (0, 0), (0, 0)),))
    assert over_supply(problem, Allocation(((5, 5),), ((0, 0),))) is None
    assert over_supply(problem, Allocation(((5, 5),), ((0, 1),))) == 1
    assert over_supply(problem, Allocation(((0, 5),), ((6, 0),))) == 0


@given(st.lists(st.integers(0, 9)))
def test_steps_undo_sums(numbers: list[int]) -> None:
    assert list(steps(sums(numbers))) == numbers
