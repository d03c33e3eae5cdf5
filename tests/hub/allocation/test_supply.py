"""Promises of the supply: what was entered last counts, by week, in one size of vial."""

from __future__ import annotations

from datetime import date

from fieldapp.hub.allocation.supply import enter_supply, supplied_products, supply_of
from tests.hub.conftest import World

FIRST, SECOND, THIRD = date(2021, 5, 31), date(2021, 6, 7), date(2021, 6, 14)


def test_what_was_entered_last_counts(world: World) -> None:
    with world.store.writing() as connection:
        enter_supply(connection, "v", 10, {FIRST: 5, SECOND: 6}, login="a", now_s=1)
        enter_supply(connection, "v", 5, {SECOND: 7, THIRD: 8}, login="b", now_s=2)
        enter_supply(connection, "other", 1, {SECOND: 9}, login="b", now_s=3)
    with world.store.reading() as connection:
        found = supply_of(connection, "v", SECOND)
        assert (found.vial, found.entered_by, found.entered_s) == (5, "b", 2)
        assert found.of([SECOND, THIRD, date(2021, 6, 21)]) == (7, 8, 0)
        assert supply_of(connection, "v", FIRST).vials[FIRST] == 5, "a week that is over stays"
        assert supplied_products(connection, SECOND) == ["other", "v"]
        assert supply_of(connection, "none", FIRST).vial is None
        assert supplied_products(connection, date(2021, 6, 21)) == []
