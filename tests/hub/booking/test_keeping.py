"""Promises of keeping: who did not come may book again, and in some days nobody is known."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import select

from fieldapp.hub.booking import keeping
from fieldapp.hub.booking.keeping import KEPT_DAYS, bookings_kept, keep, keep_once
from fieldapp.hub.booking.seats import LATE_S, PAST, Answer
from fieldapp.hub.booking.tables import booking
from fieldapp.hub.running import Hub
from fieldapp.hub.store import Store
from tests.hub.booking.desk import book, looked_up, open_day, taken, wish
from tests.hub.conftest import World


@pytest.fixture
def store(world: World) -> Store:
    return world.store


def states(store: Store) -> list[str]:
    with store.reading() as connection:
        rows = connection.execute(select(booking.c.state).order_by(booking.c.no))
        return [state for (state,) in rows]


def test_no_shows_are_released_half_an_hour_after_their_time(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1, 0)
    book(store, session, 2, 1)
    over_s = session.slots[0].ends_s + LATE_S
    keep_once(store, over_s)
    assert states(store) == ["booked", "booked"]
    keep_once(store, over_s + 1)
    assert states(store) == [PAST, "booked"]
    assert taken(store, session) == [1, 1, 0], "how many had booked stays known"


def test_who_was_released_books_again(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    keep_once(store, session.slots[0].ends_s + LATE_S + 1)
    assert book(store, session, 1, 2, once="another form") is Answer.BOOKED
    assert states(store) == [PAST, "booked"] and taken(store, session) == [1, 0, 1]


def test_some_days_after_the_session_nobody_is_remembered(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1, 0)
    book(store, session, 2, 2)
    later_s = KEPT_DAYS * 86_400
    keep_once(store, session.slots[0].ends_s + later_s + 1)
    assert states(store) == [PAST]
    keep_once(store, session.slots[2].ends_s + later_s + 1)
    assert states(store) == [] and looked_up(store, wish(store, session, 1)) is None
    assert taken(store, session) == [1, 0, 1]


def test_a_running_hub_keeps_its_bookings_by_itself(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    over_s = session.slots[0].ends_s + LATE_S + 1
    done = threading.Event()
    with bookings_kept(Hub(store, lambda: over_s), every_s=0.01):
        while states(store) != [PAST] and not done.wait(0.01):
            pass
    assert states(store) == [PAST]


def test_a_fault_stops_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("C0000001")

    monkeypatch.setattr(keeping, "keep_once", fail)
    keep(Hub(store, lambda: 0))
    assert "RuntimeError" in caplog.text and "C0000001" not in caplog.text
