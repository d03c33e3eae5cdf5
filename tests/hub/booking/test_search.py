"""Promises of the desk: a code or any document finds its holder's bookings, and nobody else's."""

from __future__ import annotations

import pytest

from fieldapp.domain.client import Document
from fieldapp.hub.booking import seats
from fieldapp.hub.booking.papers import Paper, code_for
from fieldapp.hub.booking.search import search
from fieldapp.hub.booking.seats import Wish
from fieldapp.hub.store import Store
from tests.hub.booking.desk import TODAY, book, open_day, wish
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


@pytest.fixture
def store(world: World) -> Store:
    return world.store


def found(store: Store, typed: str) -> list[tuple[str, str]]:
    """Code and state of each."""
    with store.reading() as connection:
        listed = search(connection, store.keys, typed, ["FRA", "DEU"], TODAY)
    return [(one.code, one.state) for one in listed]


def test_a_code_finds_its_booking(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    book(store, session, 2)
    code = wish(store, session, 1).code
    assert found(store, code.lower().replace("-", " ")) == [(code, "booked")]
    assert found(store, "BK-0000-0000") == []


def test_a_passport_finds_its_bookings_whoever_issued_it_the_newest_first(store: Store) -> None:
    session = open_day(store)
    book(store, session, 1)
    book(store, session, 1, 2, once="another form")
    book(store, session, 2)
    states = [state for _, state in found(store, "c 0000001")]
    assert states == ["booked", "moved"]
    assert found(store, "C0000003") == found(store, "") == found(store, "王小明") == []


def test_a_resident_id_finds_its_booking(store: Store) -> None:
    session = open_day(store)
    paper = Paper(Document("cn-resident-id", "11010519491231002X"), "CHN")
    slot = session.slots[0].no
    code = code_for(store.keys, paper, slot, "form")
    seats.book(store, Wish(slot, paper, code, "zh-CN", None, True), NOW_S)
    assert found(store, "11010519491231002x") == [(code, "booked")]
