"""Promises of kept counts: they grow and shrink by what is added, and nothing leaves no row."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select

from fieldapp.hub.daily.adding import add_to
from fieldapp.hub.daily.shares import TOTAL, Cell
from fieldapp.hub.daily.tables import completed_count
from tests.hub.conftest import World

ONE, OTHER = Cell(TOTAL, "", 18_755), Cell(TOTAL, "", 18_756)


def added(world: World, **by: int) -> dict[int, int]:
    """Add to both days, and what is kept then."""
    change = {
        cell: Counter({"completed": by[name]}) for name, cell in (("one", ONE), ("other", OTHER))
    }
    with world.store.writing() as connection:
        add_to(connection, completed_count, change)
        rows = connection.execute(select(completed_count))
        return {row.day: row.completed for row in rows}


def test_what_is_added_is_added_to_what_was_there(world: World) -> None:
    assert added(world, one=2, other=0) == {ONE.day: 2}
    assert added(world, one=-1, other=3) == {ONE.day: 1, OTHER.day: 3}


def test_a_count_of_nothing_leaves_no_row(world: World) -> None:
    added(world, one=2, other=1)
    assert added(world, one=-2, other=0) == {OTHER.day: 1}
