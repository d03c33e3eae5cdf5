"""Promises of what teams hold: usable doses by place, nothing recalled, nothing over."""

from __future__ import annotations

from datetime import date

from fieldapp.hub.allocation.holdings import doses_held
from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.recalls import Word
from fieldapp.wire.dates import from_day
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE
from tests.hub.lots.stock import EXPIRY, give, moved

TODAY = date(2021, 6, 30)


def held(world: World, today: date = TODAY) -> dict[str, int]:
    with world.store.reading() as connection:
        return doses_held(connection, VACCINE, today)


def stocked(world: World) -> None:
    """Two teams of the north with one lot, one of the south with another, a dose given there."""
    for number, (region, lot) in enumerate((("north", "L1"), ("north", "L1"), ("south", "L2"))):
        laptop = world.laptop(b"epoch-0%d" % number, name=f"Team {number}", region=region)
        laptop.add(moved("received", 20, lot))
        if region == "south":
            give(laptop, laptop.register("Test One"), lot)
        world.push_all(laptop)


def test_what_the_teams_of_a_place_have_left_is_added_up(world: World) -> None:
    assert held(world) == {}
    stocked(world)
    assert held(world) == {"north": 40, "south": 19}


def test_a_recalled_lot_is_no_dose_to_give(world: World) -> None:
    stocked(world)
    with world.store.writing() as connection:
        recalls.recall(connection, VACCINE, "L1", Word("lu.qing", NOW_S, "quality", ""))
    assert held(world) == {"south": 19}


def test_a_lot_that_is_over_is_none_either(world: World) -> None:
    stocked(world)
    last = from_day(EXPIRY)
    assert last is not None
    assert held(world, last) == {"north": 40, "south": 19}
    assert held(world, replace_year(last)) == {}


def replace_year(day: date) -> date:
    return day.replace(year=day.year + 1)


def test_a_balance_below_zero_takes_nothing_from_others(world: World) -> None:
    stocked(world)
    laptop = world.laptop(b"epoch-09", name="Team 9", region="north")
    give(laptop, laptop.register("Test Two"), "L1")
    world.push_all(laptop)
    assert held(world)["north"] == 40
