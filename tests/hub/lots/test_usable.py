"""Promises of usable lots: neither recalled, nor put aside by their team, nor over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from fieldapp.domain.lot import HOLD_REASONS, lot_key
from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.recalls import Word
from fieldapp.hub.lots.usable import Use, read_lots
from fieldapp.wire.dates import from_day
from fieldapp.wire.facts import LotHeld
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE
from tests.hub.lots.stock import EXPIRY, LOT, moved

LAST = from_day(EXPIRY) or date.max
KEY = (VACCINE, lot_key(LOT))


def use(world: World, device: int = 1, today: date = LAST) -> Use:
    with world.store.reading() as connection:
        return read_lots(connection, [KEY], today).use(KEY, device)


def test_a_lot_may_be_given_until_its_last_day(world: World) -> None:
    laptop = world.laptop()
    laptop.add(moved("received", 20))
    world.push_all(laptop)
    assert use(world) is Use.GOOD
    assert use(world, today=LAST + timedelta(days=1)) is Use.OVER


def test_without_a_last_day_nobody_knows_until_when(world: World) -> None:
    laptop = world.laptop()
    laptop.add(replace(moved("received", 20), expiry_day=None))
    world.push_all(laptop)
    assert use(world) is Use.UNDATED


def test_what_one_team_put_aside_another_may_give(world: World) -> None:
    laptop = world.laptop()
    laptop.add(moved("received", 20))
    laptop.add(LotHeld(VACCINE, LOT, HOLD_REASONS[0]))
    world.push_all(laptop)
    assert (use(world, 1), use(world, 2)) == (Use.BLOCKED, Use.GOOD)


def test_what_is_recalled_nobody_may_give(world: World) -> None:
    laptop = world.laptop()
    laptop.add(moved("received", 20))
    world.push_all(laptop)
    with world.store.writing() as connection:
        recalls.recall(connection, VACCINE, LOT, Word("lu.qing", NOW_S, "quality"))
    assert use(world, 1) is use(world, 2) is Use.BLOCKED
