"""Promises of outcomes: everybody due is vaccinated, waits, or passes the latest day, once."""

from __future__ import annotations

from hypothesis import given, settings

from fieldapp.hub.allocation.outcome import at_place, outcome, second_need_of, sending
from fieldapp.hub.allocation.problem import Allocation, Held, Place, Problem
from fieldapp.hub.allocation.propose import propose
from tests.hub.allocation.problems import problems


def test_what_lacks_is_said_in_people() -> None:
    place = Place("north", (1200, 100), (300, 900))
    weeks = at_place(Problem(1, (900, 400), (place,)), place, (900, 200))
    assert [(w.due, w.reserved, w.waiting, w.passing) for w in weeks] == [
        (1200, 900, 300, 0), (400, 200, 200, 100),
    ]  # fmt: skip


def test_who_passed_the_latest_day_is_counted_once_and_still_waits() -> None:
    place = Place("north", (100, 0, 0), (100, 0, 0))
    weeks = at_place(Problem(1, (0, 0, 100), (place,)), place, (0, 0, 100))
    assert [week.passing for week in weeks] == [100, 0, 0]
    assert [week.waiting for week in weeks] == [100, 100, 0]


def test_doses_over_from_a_week_serve_the_next() -> None:
    place = Place("north", (50, 60), (0, 0))
    weeks = at_place(Problem(10, (8, 3), (place,)), place, (8, 3))
    assert [(week.due, week.reserved, week.waiting) for week in weeks] == [(50, 80, 0), (60, 60, 0)]


def test_what_comes_in_goes_out_or_lies_in_store() -> None:
    problem = Problem(10, (5, 5), (Place("north", (20, 20), (0, 0)),))
    weeks = outcome(problem, Allocation(((2, 2),), ((1, 3),)))
    assert [(week.came, week.first, week.left) for week in weeks] == [(50, 10, 20), (50, 30, 20)]
    assert second_need_of(problem, Allocation(((0, 0),), ((1, 3),))) == 40


def test_what_is_held_serves_like_what_is_sent() -> None:
    place = Place("north", (50, 60), (0, 0), held=Held((40, 20), books=60))
    problem = Problem(10, (2, 3), (place,))
    weeks = at_place(problem, place, (1, 3))
    assert [(week.reserved, week.held, week.waiting) for week in weeks] == [
        (50, 40, 0),
        (50, 20, 10),
    ]
    assert [(line.needed, line.held, line.to_send) for line in sending(problem, place)] == [
        (50, 40, 10), (60, 20, 40),
    ]  # fmt: skip


@settings(max_examples=60)
@given(problems())
def test_numbers_agree_with_one_another(problem: Problem) -> None:
    for place, row in zip(problem.places, propose(problem).second, strict=True):
        weeks = at_place(problem, place, row)
        served = sum(place.due) - weeks[-1].waiting
        most = problem.people_for(sum(row), place.held_so_far[-1])
        assert 0 <= served <= most or served == sum(place.due)
        assert sum(week.passing for week in weeks) <= sum(place.last)
        assert all(min(w.due, w.needed, w.reserved, w.waiting, w.passing) >= 0 for w in weeks)
