"""Promises of what is offered: places and sessions, closed or called off, no seat lost unsaid."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from fieldapp.hub.booking import offers
from fieldapp.hub.booking.errors import BadCapacity, BadPlace, BadSession, NoSuchOffer
from fieldapp.hub.booking.seats import Answer
from fieldapp.hub.store import Store
from tests.hub.booking.desk import (
    DAY,
    HOURS,
    PROGRAMME,
    TODAY,
    book,
    looked_up,
    open_day,
    open_place,
    seen,
    taken,
    wish,
)
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


@pytest.fixture
def store(world: World) -> Store:
    return world.store


def test_a_place_is_named_in_both_languages(store: Store) -> None:
    with store.writing() as connection:
        with pytest.raises(BadPlace, match="a name in each language"):
            offers.open_place(connection, ("Port", ""), ("Road", "路"), NOW_S)
        with pytest.raises(BadPlace, match="an address in each language"):
            offers.open_place(connection, ("Port", "港"), ("", "路"), NOW_S)
    open_place(store)
    with store.reading() as connection:
        (place,) = offers.places(connection)
    assert (place.name(chinese=False), place.name(chinese=True)) == ("Port clinic", "港口接种点")
    assert (place.address(chinese=False), place.address(chinese=True)) == (
        "1 Harbour Road", "港口路1号",
    )  # fmt: skip


def test_a_session_has_its_slots_and_seats(store: Store) -> None:
    session = open_day(store)
    assert (session.day, session.seats, session.taken) == (DAY, 6, 0)
    assert len(session.free(NOW_S)) == 3 and session.is_open
    assert session.free(session.slots[0].begins_s) == list(session.slots[1:]), "begun is begun"


def test_what_cannot_be_is_not_opened(store: Store) -> None:
    place = open_place(store)
    with store.writing() as connection:
        with pytest.raises(NoSuchOffer):
            offers.open_session(connection, place + 1, PROGRAMME, HOURS, TODAY, NOW_S)
        with pytest.raises(BadSession, match="no programme"):
            offers.open_session(connection, place, "", HOURS, TODAY, NOW_S)
        with pytest.raises(BadSession, match="past"):
            offers.open_session(connection, place, PROGRAMME, HOURS, DAY + timedelta(days=1), NOW_S)


def test_the_next_free_place_comes_first_and_a_full_one_not_at_all(store: Store) -> None:
    full = open_day(store, replace(HOURS, seats=1, slot_min=60))
    later = open_day(store, replace(HOURS, day=DAY + timedelta(days=2)))
    sooner = open_day(store, replace(HOURS, day=DAY + timedelta(days=1)))
    book(store, full, 1)
    with store.reading() as connection:
        found = offers.places_with_room(connection, NOW_S)
    assert [(place.no, begins) for place, begins in found] == [
        (one.place.no, one.slots[0].begins_s) for one in (sooner, later)
    ]


def test_a_closed_place_is_offered_no_more_and_who_has_a_seat_keeps_it(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    with store.writing() as connection:
        offers.close_place(connection, session.place.no, NOW_S)
        with pytest.raises(NoSuchOffer):
            offers.close_place(connection, session.place.no, NOW_S)
    with store.reading() as connection:
        assert not offers.places(connection) and not offers.places_with_room(connection, NOW_S)
        assert not offers.sessions_to_come(connection, NOW_S)
    assert book(store, session, 2) is Answer.OVER
    found = looked_up(store, wish(store, session, 1))
    assert found is not None and found.stands(NOW_S)


def test_a_session_called_off_says_so_to_who_looks(store: Store) -> None:
    session = open_day(store)
    for person in range(3):
        book(store, session, person, slot=person)
    with store.writing() as connection:
        assert offers.call_off(connection, session.no, NOW_S) == 3
        with pytest.raises(NoSuchOffer):
            offers.call_off(connection, session.no, NOW_S)
    assert not seen(store, session.no).is_open
    assert book(store, session, 9) is Answer.OVER
    found = looked_up(store, wish(store, session, 1, 1))
    assert found is not None and found.state == offers.CALLED_OFF and not found.stands(NOW_S)


def test_seats_are_never_taken_from_who_has_them(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    book(store, session, 2)
    with store.writing() as connection:
        with pytest.raises(BadCapacity, match="more are booked"):
            offers.change_seats(connection, session.no, 1)
        with pytest.raises(BadCapacity, match="1 to 1,000"):
            offers.change_seats(connection, session.no, 0)
        offers.change_seats(connection, session.no, 3)
    assert book(store, session, 3) is Answer.BOOKED and taken(store, session) == [3, 0, 0]


def test_sessions_are_found_by_place_and_by_day(store: Store) -> None:
    here, there = open_day(store), open_day(store)
    with store.reading() as connection:
        found = offers.sessions_to_come(connection, NOW_S, there.place.no)
        assert [one.no for one in found] == [there.no]
        assert not offers.sessions_to_come(connection, here.slots[-1].ends_s)
        assert [one.no for one in offers.sessions_since(connection, DAY)] == [here.no, there.no]
        assert not offers.sessions_since(connection, DAY + timedelta(days=1))
        assert offers.session(connection, 999) is None
