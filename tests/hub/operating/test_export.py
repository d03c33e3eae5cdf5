"""Promises of operations as a table: a row a session, no figures of those that are not shown."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.hub.operating.export import COLUMNS, Order, table_of
from fieldapp.hub.operating.reading import Operation, OperationFilter
from fieldapp.reports.table import Cell
from tests.hub.conftest import World
from tests.hub.fake_laptop import dose
from tests.hub.operating.test_folding import LABEL, closed, opened

SMALL = "Weishan boat 3 · 71"


def rows(world: World, order: Order) -> list[dict[str, Cell]]:
    with world.store.reading() as connection:
        table = table_of(connection, OperationFilter(), order)
    assert table.columns == COLUMNS
    return [dict(zip(COLUMNS, row, strict=True)) for row in table.rows]


def operated(world: World) -> None:
    """The seventieth session of a boat, closed, and the next, in which two doses were given."""
    laptop = world.laptop(name="Weishan team")
    opened(laptop)
    closed(laptop, counted=29_000)
    opened(laptop, SMALL, place="Pier 4")
    for at in range(2):
        laptop.add(replace(dose(laptop.register(f"Test {at}")), session=SMALL))
    world.push_all(laptop)


def test_every_session_is_a_row(world: World) -> None:
    operated(world)
    small, large = rows(world, Order({1: "Weishan team"}, lambda _: True, most=1000))
    assert (large["label"], large["team"], large["place"]) == (LABEL, "Weishan team", "Pier 3")
    assert (large["doses_given"], large["records_here"], large["lacking"]) == (110, 0, 110)
    assert (large["cash_expected"], large["cash_missing"]) == (30_000, 1_000)
    assert (small["closed_utc"], small["doses_given"], small["records_here"]) == (None, None, 2)
    assert str(large["opened_utc"]).endswith("Z")


def test_figures_that_are_not_shown_are_empty(world: World) -> None:
    operated(world)

    def shown(one: Operation) -> bool:
        return not one.is_small

    small, large = rows(world, Order({}, shown, most=1000))
    assert (small["place"], small["records_here"], small["cash_counted"]) == ("Pier 4", None, None)
    assert large["doses_given"] == 110


def test_no_more_rows_than_wanted(world: World) -> None:
    operated(world)
    assert rows(world, Order({}, lambda _: True, most=0)) == []
