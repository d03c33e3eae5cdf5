"""Promises of seats: none is given twice, a document has one, and strangers learn nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError

from fieldapp.hub.booking import seats
from fieldapp.hub.booking.seats import CANCELLED, LATE_S, MOVED, Answer
from fieldapp.hub.booking.tables import BOOKED, booking, booking_slot
from fieldapp.hub.store import Store
from tests.hub.booking.desk import HOURS, TODAY, book, looked_up, open_day, passport, taken, wish
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


@pytest.fixture
def store(world: World) -> Store:
    return world.store


def live(store: Store) -> int:
    with store.reading() as connection:
        wanted = select(func.count()).where(booking.c.state == BOOKED)
        return int(connection.execute(wanted).scalar_one())


def test_a_slot_is_full_when_it_is_full(store: Store) -> None:
    session = open_day(store)
    answers = [book(store, session, person) for person in range(3)]
    assert answers == [Answer.BOOKED, Answer.BOOKED, Answer.FULL]
    assert taken(store, session) == [2, 0, 0] and live(store) == 2


def test_what_is_past_or_not_there_cannot_be_booked(store: Store) -> None:
    session = open_day(store)
    begun = session.slots[0].begins_s
    assert seats.book(store, wish(store, session, 1), begun) is Answer.OVER
    elsewhere = replace(wish(store, session, 1), slot=999)
    assert seats.book(store, elsewhere, NOW_S) is Answer.OVER
    assert live(store) == 0


def test_who_races_for_seats_gets_one_or_is_told(store: Store) -> None:
    session = open_day(store, replace(HOURS, seats=5))
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: book(store, session, n, slot=n % 3), range(40)))
    assert answers.count(Answer.BOOKED) == 15 and answers.count(Answer.FULL) == 25
    assert taken(store, session) == [5, 5, 5] and live(store) == 15


def test_the_newest_wish_of_a_document_counts_and_frees_the_earlier_seat(store: Store) -> None:
    session = open_day(store)
    first = wish(store, session, 1)
    book(store, session, 1)
    assert book(store, session, 1, slot=2, once="another form") is Answer.BOOKED
    assert taken(store, session) == [0, 0, 1] and live(store) == 1
    found = looked_up(store, first)
    assert found is not None and found.state == MOVED and not found.stands(NOW_S)


def test_a_wish_that_cannot_be_leaves_the_seat_that_one_has(store: Store) -> None:
    session = open_day(store)
    for person in (1, 2):
        book(store, session, person)
    book(store, session, 3, slot=1)
    assert book(store, session, 3, once="another form") is Answer.FULL
    assert taken(store, session) == [2, 1, 0]
    found = looked_up(store, wish(store, session, 3, 1))
    assert found is not None and found.stands(NOW_S)


def test_the_button_pressed_twice_is_one_booking_with_one_code(store: Store) -> None:
    session = open_day(store, replace(HOURS, seats=1))
    assert [book(store, session, 1) for _ in range(3)] == [Answer.BOOKED] * 3
    assert taken(store, session) == [1, 0, 0]
    found = looked_up(store, wish(store, session, 1))
    assert found is not None and found.stands(NOW_S)


def test_one_document_racing_with_itself_ends_with_one_seat(store: Store) -> None:
    session = open_day(store, replace(HOURS, seats=5))
    with ThreadPoolExecutor(8) as pool:
        forms = range(24)
        list(pool.map(lambda n: book(store, session, 1, slot=n % 3, once=f"form {n}"), forms))
    assert sum(taken(store, session)) == live(store) == 1


def test_two_programmes_are_two_bookings(store: Store) -> None:
    covid, other = open_day(store), open_day(store, programme="who")
    book(store, covid, 1)
    book(store, other, 1)
    assert live(store) == 2


def test_only_code_and_document_together_find_a_booking(store: Store) -> None:
    session = open_day(store)
    own = wish(store, session, 1)
    book(store, session, 1)
    book(store, session, 2)
    other = passport(2).document.number
    found = looked_up(store, own)
    assert found is not None and (found.paper, found.code) == (own.paper, own.code)
    assert seats.find(store, own.code, other, TODAY) is None
    assert seats.find(store, "BK-0000-0000", own.paper.document.number, TODAY) is None
    assert seats.find(store, "", "", TODAY) is None


def test_a_cancelled_seat_is_free_for_the_next_and_cancelled_once(store: Store) -> None:
    session = open_day(store, replace(HOURS, seats=1))
    book(store, session, 1)
    found = looked_up(store, wish(store, session, 1))
    assert found is not None
    assert [seats.cancel(store, found, NOW_S) for _ in range(2)] == [True, False]
    assert taken(store, session) == [0, 0, 0]
    again = looked_up(store, wish(store, session, 1))
    assert again is not None and again.state == CANCELLED
    assert book(store, session, 2) is Answer.BOOKED


def test_a_seat_is_kept_for_half_an_hour_after_its_time(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    found = looked_up(store, wish(store, session, 1))
    assert found is not None
    assert found.stands(session.slots[0].ends_s + LATE_S)
    assert not found.stands(session.slots[0].ends_s + LATE_S + 1)


def test_the_database_itself_refuses_a_seat_too_many_and_a_second_one(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    over = update(booking_slot).values(taken=booking_slot.c.capacity + 1)
    with pytest.raises(IntegrityError), store.writing() as connection:
        connection.execute(over)
    with pytest.raises(IntegrityError), store.writing() as connection:
        row = connection.execute(select(booking)).one()._asdict()
        connection.execute(insert(booking).values(**row | {"no": 77}))


def test_no_row_holds_a_number_or_a_code(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    with store.reading() as connection:
        row = connection.execute(select(booking)).one()
    said = repr(tuple(row))
    assert "C0000001" not in said and "BK-" not in said
