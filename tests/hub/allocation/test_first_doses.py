"""Promises of first doses: only from what no second dose needs, now or later."""

from __future__ import annotations

from fieldapp.hub.allocation.first_doses import first_doses, free_by
from fieldapp.hub.allocation.problem import Place, Problem


def test_what_a_later_week_needs_is_not_free_before() -> None:
    problem = Problem(1, (10, 0, 5), (Place("a", (0, 8, 0), (0, 0, 0)),))
    assert free_by(problem, ((0, 8, 0),)) == [2, 2, 7]
    assert first_doses(problem, ((0, 8, 0),)) == ((2, 0, 5),)


def test_nobody_gets_more_than_whom_they_are_to_reach() -> None:
    places = (Place("a", (0, 0), (0, 0), 15), Place("b", (0, 0), (0, 0), 100))
    problem = Problem(10, (5, 10), places)
    first = first_doses(problem, ((0, 0), (0, 0)))
    assert sum(first[0]) == 2, "15 people take two vials of ten"
    assert sum(first[1]) == 10, "what nobody is there for lies in store"


def test_a_part_is_of_all_that_came_so_far() -> None:
    places = (Place("a", (0,) * 3, (0,) * 3, 20), Place("b", (0,) * 3, (0,) * 3, 100))
    first = first_doses(Problem(1, (2, 2, 2), places), ((0,) * 3, (0,) * 3))
    assert [sum(row) for row in first] == [1, 5]


def test_places_without_a_count_are_alike_where_nobody_counted() -> None:
    places = (Place("a", (0,), (0,)), Place("b", (0,), (0,), weight=2))
    assert first_doses(Problem(1, (9,), places), ((0,), (0,))) == ((3,), (6,))


def test_without_places_nothing_leaves() -> None:
    assert first_doses(Problem(1, (9,), ()), ()) == ()
