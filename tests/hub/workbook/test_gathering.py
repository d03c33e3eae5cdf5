"""Promises of what is gathered: who booked first, each person once, lots of the region at need."""

from __future__ import annotations

from tests.hub.booking.desk import book
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.workbook.boats import (
    BOAT,
    LI,
    LOT,
    OTHER,
    PIER,
    TODAY,
    WANG,
    boat,
    day_of_seats,
    gathered,
)

EARLY = NOW_S - 86_400


def test_who_booked_stands_first_and_who_is_not_due_apart(world: World) -> None:
    boat(world)
    session = day_of_seats(world.store)
    book(world.store, session, 1, 2, now_s=EARLY)
    book(world.store, session, 9, 0, now_s=EARLY)
    found = gathered(world, 1)
    assert [one.known.details.name for one in found.due] == [WANG, LI]
    assert found.seats[found.due[0].person] == "09:40"
    assert [one.time for one in found.booked] == ["09:00"]
    assert found.left_out == 0


def test_its_session_is_the_team_the_place_and_the_day(world: World) -> None:
    boat(world)
    found = gathered(world, 1, f" {PIER}  ")
    assert found.session == f"{BOAT} · {PIER} · {TODAY.isoformat()}"
    assert gathered(world, 1, "").place == "north", "no place is the region"


def test_a_team_of_which_no_lot_is_known_is_offered_its_regions(world: World) -> None:
    boat(world)
    world.push_all(world.laptop(b"epoch-02", name=OTHER))
    found = gathered(world, 2)
    assert ([lot.lot_number for lot in found.lots], found.borrowed) == ([LOT], True)
    assert not gathered(world, 1).borrowed
