"""Promises of seats: those of the place and the day, by time, joined to whom the hub knows."""

from __future__ import annotations

from datetime import timedelta

from fieldapp.hub.workbook.booked import Booked, booked_on
from tests.hub.booking.desk import book, passport
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.workbook.boats import PIER, TODAY, boat, day_of_seats, give

EARLY = NOW_S - 86_400


def seats(world: World, place: str = PIER, region: str = "north") -> list[Booked]:
    with world.store.reading() as connection:
        return booked_on(connection, world.store.keys, TODAY, place, region)


def test_seats_go_by_time_and_name_whom_the_hub_knows(world: World) -> None:
    boat(world)
    session = day_of_seats(world.store)
    book(world.store, session, 9, 1, now_s=EARLY)
    book(world.store, session, 1, 2, now_s=EARLY)
    found = seats(world, "nanyang PIER")
    assert [(one.time, one.document, bool(one.person)) for one in found] == [
        ("09:20", passport(9).document, False),
        ("09:40", passport(1).document, True),
    ]


def test_where_no_place_is_called_so_all_of_the_region_are_told(world: World) -> None:
    boat(world)
    book(world.store, day_of_seats(world.store), 9, now_s=EARLY)
    assert len(seats(world, "somewhere")) == 1
    assert seats(world, "somewhere", region="south") == []


def test_of_another_day_or_vaccinated_already_nobody_is_told(world: World) -> None:
    laptop = boat(world)
    book(world.store, day_of_seats(world.store), 9, now_s=EARLY)
    give(laptop, "Came Early", TODAY.day, passport(9).document)
    world.push_all(laptop)
    assert seats(world) == []
    with world.store.reading() as connection:
        keys, day = world.store.keys, TODAY + timedelta(days=1)
        assert booked_on(connection, keys, day, PIER, "north") == []
