"""Promises of questions: without a decision the parameters hold, after one what it assumed."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.programme import load_catalogue
from fieldapp.hub.allocation.asking import Assumed, Question, ask, vials_of
from fieldapp.hub.allocation.cover import Batch
from fieldapp.hub.allocation.decisions import decide
from fieldapp.hub.allocation.holdings import Stock
from fieldapp.hub.allocation.needs import Need, Needs
from fieldapp.hub.allocation.parameters import shipped
from fieldapp.hub.allocation.problem import Held, Place, Problem
from fieldapp.hub.allocation.propose import propose
from fieldapp.hub.allocation.supply import enter_supply
from tests.hub.conftest import World

MONDAYS = (date(2021, 5, 31), date(2021, 6, 7))
BOPV, CATALOGUE = "bopv", load_catalogue()


def asked(
    world: World, left: dict[str, int] | None = None, held: dict[str, Stock] | None = None
) -> Question:
    needs = Needs(["south"], {BOPV: {"north": Need([5, 6], [0, 1], 2)}})
    with world.store.reading() as connection:
        return ask(connection, BOPV, MONDAYS, needs, CATALOGUE, shipped(), left or {}, held or {})


def test_without_a_decision_the_parameters_hold(world: World) -> None:
    question = asked(world)
    problem = question.problem()
    assert question.vial == 20 and question.supply.vial is None and question.past == 2
    assert (problem.wastage, problem.buffer) == (25, 10)
    unknown = Held((0, 0))
    assert problem.places == (
        Place("north", (5, 6), (0, 1), held=unknown),
        Place("south", (0, 0), (0, 0), held=unknown),
    )
    assert problem.supply == (0, 0)


def test_the_next_question_assumes_what_the_last_decision_did(world: World) -> None:
    problem = Problem(10, (1, 1), (Place("north", (0, 0), (0, 0), 70, 3),), 40, 0)
    same = propose(problem)
    with world.store.writing() as connection:
        enter_supply(connection, BOPV, 10, dict.fromkeys(MONDAYS, 4), login="lu", now_s=1)
        decide(connection, BOPV, MONDAYS, problem, same, same, login="lu", reason="-", now_s=1)
    question = asked(world)
    assert (question.vial, question.problem().supply) == (10, (4, 4))
    assert question.assumed == Assumed(40, 0, {"north": 70}, {"north": 3})
    assert question.problem(Assumed(5, 5)).wastage == 5
    counted = asked(world, {"north": 40, "south": 9}).assumed.reach
    assert counted == {"north": 40, "south": 9}, "what coverage counts is newer"


def test_what_the_books_say_is_taken_off_unless_a_person_knows_better(world: World) -> None:
    ends = Batch(10, date(2021, 6, 6))
    question = asked(world, held={"north": Stock([ends, Batch(5, None)], written=True)})
    north = question.problem().places[0]
    assert question.problem().needed(north) == (8, 9), "11 people, 25 % wasted, 10 % on top"
    assert north.held == Held((7, 5), over=3, books=15), "what ends is no buffer, nor of later use"
    assert question.problem().lacking(north) == (1, 1)
    other = Assumed(25, 10, held={"north": 0, "south": 30})
    north, south = question.problem(other).places
    assert north.held == Held((0, 0), books=15) and north.held.by_hand
    assert south.held == Held((0, 0), over=30) and south.held.by_hand


def test_the_size_of_a_vial_is_that_of_the_catalogue() -> None:
    assert vials_of(CATALOGUE, BOPV) == (20, 10)
    assert vials_of(CATALOGUE, "nothing") == (1,)
