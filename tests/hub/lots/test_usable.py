"""Promises of usable lots: held by somebody, neither recalled nor over."""

from __future__ import annotations

from datetime import date, timedelta

from fieldapp.hub.lots.usable import usable
from fieldapp.wire.dates import from_day
from tests.hub.conftest import World
from tests.hub.fake_laptop import VACCINE
from tests.hub.lots.stock import EXPIRY, LOT, moved

LAST = from_day(EXPIRY) or date.max


def test_a_lot_is_usable_until_its_last_day_and_found_by_its_product(world: World) -> None:
    laptop = world.laptop()
    laptop.add(moved("received", 20, LOT))
    world.push_all(laptop)
    with world.store.reading() as connection:
        assert [one.lot for one in usable(connection, LAST)] == [LOT]
        assert usable(connection, LAST + timedelta(days=1)) == []
        assert [one.lot for one in usable(connection, LAST, VACCINE)] == [LOT]
        assert usable(connection, LAST, "bopv") == []
