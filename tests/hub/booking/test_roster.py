"""Promises of the sheet: everybody who has a seat, by time, and who came as far as doses tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.domain.client import Document
from fieldapp.hub.booking import seats
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.booking.roster import Line, roster, seen_on
from fieldapp.hub.store import Store
from fieldapp.wire.bookings import code_bytes
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import BookingAttended, DoseNotGiven
from tests.hub.booking.desk import HOURS, book, looked_up, open_day, passport, wish
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE


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
        there, given = seen_on(connection, papers, to_day(day) or 0)
    assert there == given == {passport(0).document}


def test_who_was_seen_without_a_dose_came(world: World) -> None:
    day = date(2021, 6, 28)
    session = open_day(world.store, replace(HOURS, day=day))
    book(world.store, session, 1, now_s=session.slots[0].begins_s - 3600)
    laptop = world.laptop()
    client = laptop.register("Test A", ("passport", passport(1).document.number))
    minute = (to_day(day) or 0) * 1440 + 600
    laptop.add(DoseNotGiven(client, VACCINE, "fever", minute, 480, 0))
    world.push_all(laptop)
    world.fold()
    (line,) = lines_of(world.store, session)
    assert (line.came, line.vaccinated) == (True, False)


def test_whom_a_team_noted_at_the_place_came_and_the_newest_word_counts(world: World) -> None:
    session = open_day(world.store)
    for person in (1, 2):
        book(world.store, session, person)
    codes = [wish(world.store, session, person).code for person in (1, 2)]
    laptop = world.laptop()
    for code in codes:
        laptop.add(BookingAttended(session.no, code_bytes(code), True))
    laptop.add(BookingAttended(session.no, code_bytes(codes[1]), False))
    laptop.add(BookingAttended(session.no + 1, code_bytes(codes[1]), True))
    world.push_all(laptop)
    world.fold()
    came = {line.code: (line.came, line.vaccinated) for line in lines_of(world.store, session)}
    assert came == {codes[0]: (True, False), codes[1]: (False, False)}
