"""Promises of decisions: they are read as they were made, for ever, and the newest stands."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from fieldapp.hub.allocation.decisions import decide, newest, newest_no, read_decision
from fieldapp.hub.allocation.problem import Allocation, Held, Place, Problem
from fieldapp.hub.allocation.propose import propose
from tests.hub.conftest import World

MONDAYS = (date(2021, 5, 31), date(2021, 6, 7))
HELD = Held((10, 5), over=3, lost=2, books=None)
PROBLEM = Problem(
    10, (8, 4),
    (Place("north", (50, 20), (0, 10), 500, 2), Place("south", (10, 0), (0, 0), held=HELD)), 25, 10,
)  # fmt: skip


def decided(connection: Connection, problem: Problem) -> int:
    """As proposed; its number."""
    proposed = propose(problem)
    return decide(
        connection, "v", MONDAYS, problem, proposed, proposed, login="lu", reason="-", now_s=9
    )


def test_a_decision_is_read_as_it_was_made(world: World) -> None:
    proposed = propose(PROBLEM)
    given = Allocation(((7, 3), (1, 0)), ((0, 0), (0, 1)))
    with world.store.writing() as connection:
        no = decide(
            connection, "v", MONDAYS, PROBLEM, given, proposed, login="lu", reason="ferry", now_s=9
        )
    with world.store.reading() as connection:
        found = read_decision(connection, no)
        assert read_decision(connection, no + 1) is None
    assert found is not None
    assert (found.problem, found.given, found.proposed) == (PROBLEM, given, proposed)
    assert (found.mondays, found.by_hand) == (MONDAYS, True)
    assert (found.head.login, found.head.reason, found.head.made_s) == ("lu", "ferry", 9)


def test_the_newest_of_a_product_stands(world: World) -> None:
    proposed = propose(PROBLEM)
    with world.store.writing() as connection:
        made = [
            decide(
                connection, vaccine, MONDAYS, PROBLEM, proposed, proposed,
                login="lu", reason="as proposed", now_s=9,
            )
            for vaccine in ("v", "v", "other")
        ]  # fmt: skip
    with world.store.reading() as connection:
        assert newest_no(connection, "v") == made[1]
        assert newest_no(connection, "none") is None
        assert [head.no for head in newest(connection)] == made[::-1]
