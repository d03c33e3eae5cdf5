"""Promises of what teams hold: usable doses by place with their last day, nothing recalled, held
back or over, of one product alone; what is in doubt is counted apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from fieldapp.hub.allocation.cover import Batch
from fieldapp.hub.allocation.holdings import Stock, stocks
from fieldapp.hub.devices import revoke_in
from fieldapp.hub.lots import recalls
from fieldapp.hub.lots.recalls import Word
from fieldapp.wire.dates import from_day
from fieldapp.wire.facts import LotHeld
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, OTHER_VACCINE, VACCINE, FakeLaptop
from tests.hub.lots.stock import EXPIRY, give, moved

TODAY = date(2021, 6, 30)
LAST = from_day(EXPIRY) or date.max


def stock(world: World, today: date = TODAY) -> dict[str, Stock]:
    with world.store.reading() as connection:
        return stocks(connection, VACCINE, today)


def held(world: World, today: date = TODAY) -> dict[str, int | None]:
    return {place: one.books for place, one in stock(world, today).items()}


def stocked(world: World) -> list[FakeLaptop]:
    """Two teams of the north with one lot, one of the south with another, a dose given there."""
    laptops = []
    for number, (region, lot) in enumerate((("north", "L1"), ("north", "L1"), ("south", "L2"))):
        laptop = world.laptop(b"epoch-0%d" % number, name=f"Team {number}", region=region)
        laptop.add(moved("received", 20, lot))
        if region == "south":
            give(laptop, laptop.register("Test One"), lot)
        world.push_all(laptop)
        laptops.append(laptop)
    return laptops


def test_what_the_teams_of_a_place_have_left_is_added_up(world: World) -> None:
    assert held(world) == {}
    stocked(world)
    assert held(world) == {"north": 40, "south": 19}
    assert stock(world)["south"].batches == [Batch(19, LAST)]


def test_another_product_is_no_stock_of_this_one(world: World) -> None:
    laptop = world.laptop()
    laptop.add(replace(moved("received", 50), vaccine=OTHER_VACCINE))
    world.push_all(laptop)
    assert held(world) == {}


def test_a_recalled_lot_is_no_dose_to_give(world: World) -> None:
    stocked(world)
    with world.store.writing() as connection:
        recalls.recall(connection, VACCINE, "L1", Word("lu.qing", NOW_S, "quality", ""))
    assert held(world) == {"north": 0, "south": 19}
    assert stock(world)["north"].blocked == 40


def test_what_a_team_holds_back_is_none_either(world: World) -> None:
    laptop = stocked(world)[0]
    laptop.add(LotHeld(VACCINE, "L1", "frozen"))
    world.push_all(laptop)
    north = stock(world)["north"]
    assert (north.books, north.blocked) == (20, 20), "another team's may be good"


def test_a_lot_that_is_over_counts_no_more(world: World) -> None:
    stocked(world)
    assert held(world, LAST) == {"north": 40, "south": 19}
    later = stock(world, LAST + timedelta(days=1))
    assert [(one.books, one.over) for one in later.values()] == [(0, 40), (0, 19)]


def test_a_lot_without_an_expiry_does_not_count_and_is_said(world: World) -> None:
    laptop = world.laptop()
    laptop.add(replace(moved("received", 7), expiry_day=None))
    world.push_all(laptop)
    (north,) = stock(world).values()
    assert (north.books, north.undated) == (0, 7)


def test_a_balance_below_zero_is_said_and_takes_nothing_from_others(world: World) -> None:
    stocked(world)
    laptop = world.laptop(b"epoch-09", name="Team 9", region="north")
    laptop.add(moved("received", 2, "L3"))
    client = laptop.register("Test Two")
    for _ in range(5):
        give(laptop, client, "L3")
    world.push_all(laptop)
    assert (held(world)["north"], stock(world)["north"].below) == (40, 3)


def test_who_wrote_down_no_receipt_is_not_known_to_hold_nothing(world: World) -> None:
    laptop = world.laptop(b"epoch-09", name="Team 9", region="west")
    give(laptop, laptop.register("Test Two"), "L1")
    world.push_all(laptop)
    west = stock(world)["west"]
    assert (west.books, west.unbooked, west.below) == (None, 1, 0)


def test_of_a_laptop_that_is_shut_out_nothing_counts(world: World) -> None:
    stocked(world)
    with world.store.writing() as connection:
        revoke_in(connection, 3, NOW_S)
    assert held(world) == {"north": 40, "south": None}
    assert stock(world)["south"].shut_out == 19
