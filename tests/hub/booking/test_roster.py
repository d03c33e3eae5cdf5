"""Promises of the sheet: everybody who has a seat, by time, and who came as far as doses tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.domain.client import Document
from fieldapp.hub.booking import seats
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.booking.roster import Line, roster, vaccinated
from fieldapp.hub.store import Store
from fieldapp.wire.dates import to_day
from tests.hub.booking.desk import HOURS, book, looked_up, open_day, passport, wish
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


@pytest.fixture
def store(world: World) -> Store:
    return world.store


def lines_of(store: Store, session: Session) -> list[Line]:
    with store.reading() as connection:
        return roster(connection, store.keys, session)


def test_the_sheet_goes_by_time_and_says_what_was_declared(store: Store) -> None:
    session = open_day(store)
    for person, slot in ((1, 2), (2, 0), (3, 0)):
        book(store, session, person, slot)
    lines = lines_of(store, session)
    assert [line.slot for line in lines] == [session.slots[at].no for at in (0, 0, 2)]
    assert lines[0].code < lines[1].code
    last = lines[-1]
    assert (last.paper, last.language, last.key_group, last.social_security) == (
        passport(1), "en", "grp-foreigner", False,
    )  # fmt: skip
    assert last.fee is not None and last.fee.amount == 10_000 and not last.came


def test_who_gave_the_seat_back_is_not_on_it(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    found = looked_up(store, wish(store, session, 1))
    assert found is not None
    seats.cancel(store, found, NOW_S)
    assert lines_of(store, session) == []


def test_who_had_a_dose_on_that_day_came(world: World) -> None:
    day = date(2021, 6, 28)
    session = open_day(world.store, replace(HOURS, day=day, seats=3))
    for person in range(3):
        book(world.store, session, person, now_s=session.slots[0].begins_s - 3600)
    laptop = world.laptop()
    came = laptop.register("Test A", ("passport", passport(0).document.number))
    earlier = laptop.register("Test B", ("passport", passport(1).document.number))
    laptop.give(came, day.day, month=day.month)
    laptop.give(earlier, day.day - 1, month=day.month)
    world.push_all(laptop)
    world.fold()
    assert [line.came for line in lines_of(world.store, session)].count(True) == 1
    papers = [passport(0).document, Document("cn-seafarer", passport(0).document.number)]
    with world.store.reading() as connection:
        assert vaccinated(connection, papers, to_day(day) or 0) == {passport(0).document}
