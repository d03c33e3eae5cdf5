"""Promises of every proposal, whatever the supply: a feasible answer always, never more than there
is, second doses before first ones, whole vials, the same answer to the same question."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from fieldapp.hub.allocation.first_doses import free_by
from fieldapp.hub.allocation.outcome import at_place, outcome
from fieldapp.hub.allocation.problem import Held, Place, Problem, over_supply, sums
from fieldapp.hub.allocation.propose import propose
from tests.hub.allocation.problems import problems

MANY = settings(max_examples=60)


@MANY
@given(problems())
def test_there_is_an_answer_in_whole_vials_within_the_supply(problem: Problem) -> None:
    found = propose(problem)
    assert len(found.second) == len(found.first) == len(problem.places)
    for row in (*found.second, *found.first):
        assert len(row) == len(problem.supply)
        assert all(isinstance(vials, int) and vials >= 0 for vials in row)
    assert over_supply(problem, found) is None


@MANY
@given(problems())
def test_no_first_dose_leaves_while_a_second_lacks_its_reserve(problem: Problem) -> None:
    found = propose(problem)
    for week in problem.weeks:
        if not any(row[week] for row in found.first):
            continue
        for later in range(week, len(problem.supply)):
            for place, second in zip(problem.places, found.second, strict=True):
                wanted = problem.with_buffer(sums(place.due)[later])
                to_hand = problem.vial * sums(second)[later] + place.held_so_far[later]
                assert to_hand >= wanted, (place.name, later)


@MANY
@given(problems())
def test_no_place_gets_more_than_it_asked_for(problem: Problem) -> None:
    found = propose(problem)
    for place, second, first in zip(problem.places, found.second, found.first, strict=True):
        lacks = problem.with_buffer(sum(place.due)) - place.held_so_far[-1]
        assert (sum(second) - 1) * problem.vial < max(0, lacks) or sum(second) == 0
        reach = problem.reach_vials(place)
        assert reach is None or sum(first) <= reach


@MANY
@given(problems())
def test_nobody_is_vaccinated_but_from_the_supply_and_what_is_held(problem: Problem) -> None:
    found = propose(problem)
    for week, (sent, came) in enumerate(
        zip(sums(found.sent_in(week) for week in problem.weeks), sums(problem.supply), strict=True)
    ):
        assert sent <= came
        for place, second in zip(problem.places, found.second, strict=True):
            waiting = at_place(problem, place, second)[week].waiting
            served = sums(place.due)[week] - waiting
            doses = problem.vial * sums(second)[week] + place.held_so_far[week]
            assert 100 * served <= doses * (100 - problem.wastage)


@MANY
@given(problems())
def test_what_is_held_is_never_sent_again(problem: Problem) -> None:
    """Where everything suffices, a place gets needed − held, up to the last vial."""
    plenty = replace(problem, supply=(10_000, *problem.supply[1:]))
    for place, second in zip(plenty.places, propose(plenty).second, strict=True):
        lacks = plenty.with_buffer(sum(place.due)) - place.held_so_far[-1]
        assert 0 <= sum(second) * plenty.vial - lacks < plenty.vial


@MANY
@given(problems())
def test_the_same_question_has_the_same_answer(problem: Problem) -> None:
    assert propose(problem) == propose(problem)


@MANY
@given(problems())
def test_what_is_left_lies_only_where_nobody_may_have_it(problem: Problem) -> None:
    """Once reserves are full, first doses take all that is free, up to whom they are to reach."""
    found = propose(problem)
    free = free_by(problem, found.second)[-1]
    open_to = [place for place in problem.places if place.weight and place.reach is None]
    if open_to and not any(place.reach for place in problem.places):
        assert sum(sum(row) for row in found.first) == free


def test_whoever_passes_the_latest_day_comes_before_who_can_wait() -> None:
    waiting = Place("can wait", (30, 0), (0, 0))
    pressing = Place("pressing", (30, 0), (30, 0))
    found = propose(Problem(10, (3, 3), (waiting, pressing)))
    assert found.second == ((0, 3), (3, 0))


def test_what_lacks_is_shared_among_places_alike() -> None:
    places = tuple(Place(name, (due,), (0,)) for name, due in (("a", 100), ("b", 200), ("c", 300)))
    found = propose(Problem(1, (300,), places))
    assert found.second == ((50,), (100,), (150,))
    assert found.first == ((0,), (0,), (0,))


def test_doses_for_a_later_week_are_kept_back_when_no_more_will_come() -> None:
    place = Place("north", (0, 0, 80), (0, 0, 0), reach=500)
    found = propose(Problem(10, (10, 0, 0), (place,)))
    assert sum(found.second[0]) == 8
    assert found.first == ((2, 0, 0),)


def test_what_comes_later_lets_first_doses_go_now() -> None:
    place = Place("north", (0, 0, 80), (0, 0, 0), reach=500)
    found = propose(Problem(10, (10, 0, 8), (place,)))
    assert sum(found.second[0]) == 8 and sum(found.first[0]) == 10


def test_a_place_that_holds_400_doses_is_not_sent_400_more() -> None:
    rich = Place("rich", (400,), (0,), reach=0, held=Held((400,), books=400))
    poor = Place("poor", (300,), (0,), reach=0, held=Held((0,), books=0))
    found = propose(Problem(10, (30,), (rich, poor)))
    assert found.second == ((0,), (30,))
    assert [week.waiting for week in outcome(Problem(10, (30,), (rich, poor)), found)] == [0]


def test_what_is_over_is_the_beginning_of_the_part_of_first_doses() -> None:
    rich = Place("rich", (0,), (0,), reach=300, held=Held((0,), over=200, books=200))
    poor = Place("poor", (0,), (0,), reach=300, held=Held((0,), books=0))
    found = propose(Problem(10, (20,), (rich, poor)))
    assert found.first == ((0,), (20,))
    assert propose(Problem(10, (30,), (rich, poor))).first == ((5,), (25,))


def test_wastage_and_buffer_are_part_of_the_reserve() -> None:
    problem = Problem(10, (100,), (Place("north", (90,), (0,), reach=0),), wastage=25, buffer=10)
    found = propose(problem)
    assert found.second == ((14,),), "90 people take 120 doses, 132 with the buffer: 14 vials"
    (week,) = outcome(problem, found)
    assert (week.due, week.needed, week.reserved, week.waiting) == (90, 120, 140, 0)


def test_first_doses_follow_weight_and_people_to_reach() -> None:
    places = (Place("a", (0,), (0,), 100, 1), Place("b", (0,), (0,), 100, 3),
              Place("c", (0,), (0,), 10, 3), Place("d", (0,), (0,), 100, 0))  # fmt: skip
    found = propose(Problem(1, (100,), places))
    assert [row[0] for row in found.first] == [23, 70, 7, 0]


def test_a_country_of_places_is_answered() -> None:
    places = tuple(
        Place(f"p{n}", (n % 7 * 10, n % 5 * 20, 30, 40), (0, n % 3 * 5, 10, 10), reach=50 * n)
        for n in range(60)
    )
    problem = Problem(10, (300, 200, 100, 400), places, wastage=15, buffer=10)
    found = propose(problem)
    assert over_supply(problem, found) is None and sum(sum(row) for row in found.second) == 1000
