"""Promises of sums: what is added comes out, in any order, and nothing leaves no row."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.domain.stock import Kind
from fieldapp.hub.lots import sums
from fieldapp.hub.lots.tables import lot_sum
from tests.hub.conftest import World

HERE, THERE = ("v", "L 1a", 1), ("v", "L 1a", 2)


def added(world: World, *changes: sums.Changes) -> dict[tuple[str, str, int], dict[str, int]]:
    with world.store.folding() as connection:
        for change in changes:
            sums.add(connection, change)
        rows = connection.execute(select(lot_sum)).all()
    return {
        (row.vaccine, row.lot, row.device): {
            name: row._mapping[name] for name in sums.COLUMNS.values() if row._mapping[name]
        }
        for row in rows
    }


def test_each_team_has_a_sum_of_its_own(world: World) -> None:
    found = added(
        world, sums.of_row("received", *HERE, 20), sums.of_row("wasted", *HERE, 3),
        sums.of_row("received", *HERE, 5), sums.of_row("received", *THERE, 7),
    )  # fmt: skip
    assert found == {HERE: {"received": 25, "wasted": 3}, THERE: {"received": 7}}


def test_what_only_changes_its_place_changes_no_sum(world: World) -> None:
    moves = [sums.of_row(kind, *HERE, 5) for kind in (Kind.LOADED, Kind.RETURNED)]
    assert added(world, *moves) == {}


def test_what_is_taken_back_leaves_nothing(world: World) -> None:
    change = sums.of_row("counted", *HERE, -4)
    assert added(world, change) == {HERE: {"counted": -4}}
    assert added(world, sums.negated(change)) == {}
    assert added(world, sums.negated(sums.of_row("received", *HERE, 0))) == {}


def test_a_sum_is_found_by_the_number_however_typed(world: World) -> None:
    added(world, sums.of_row("received", *HERE, 20))
    with world.store.reading() as connection:
        assert connection.execute(select(lot_sum.c.lot_key)).scalar_one() == "l1a"


def test_a_lot_is_no_longer_than_a_database_can_find() -> None:
    assert sums.is_lot("v", "L-1")
    assert not sums.is_lot("v", "L" * 1500)
