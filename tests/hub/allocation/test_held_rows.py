"""Promises of the rows: read as written, and a place left out of account has none."""

from __future__ import annotations

from fieldapp.hub.allocation.held_rows import read_held, write_held
from fieldapp.hub.allocation.problem import Held, Place, Problem
from tests.hub.allocation.test_decisions import MONDAYS, decided
from tests.hub.conftest import World

HELD = Held((4, 0), 3, 2, 9)
PLACES = (Place("north", (5, 0), (0, 0)), Place("south", (5, 0), (0, 0), held=HELD))


def test_what_was_held_is_read_as_it_was_written(world: World) -> None:
    with world.store.writing() as connection:
        no = decided(connection, Problem(1, (0,) * len(MONDAYS), PLACES))
        assert read_held(connection, no) == {1: HELD}
        assert read_held(connection, no + 1) == {}


def test_a_decision_that_left_it_out_writes_nothing(world: World) -> None:
    with world.store.writing() as connection:
        no = decided(connection, Problem(1, (0, 0), PLACES[:1]))
        write_held(connection, no, Problem(1, (0, 0), PLACES[:1]))
        assert read_held(connection, no) == {}
