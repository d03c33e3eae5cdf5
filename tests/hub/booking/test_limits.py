"""Promises of limits: one address cannot try without end, and neither can all together."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from fieldapp.hub.booking import limits
from fieldapp.hub.booking.limits import MOST_FROM_ONE, WINDOW_S, enter, forget_old, household
from fieldapp.hub.booking.tables import booking_attempt
from fieldapp.hub.store import Store, open_store
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


@pytest.fixture
def store(world: World) -> Store:
    return world.store


def test_one_address_has_so_many_attempts_and_then_waits(store: Store) -> None:
    assert [enter(store, "10.0.0.1", NOW_S) for _ in range(MOST_FROM_ONE)] == [0] * MOST_FROM_ONE
    assert enter(store, "10.0.0.1", NOW_S + 60) == WINDOW_S - 60
    assert enter(store, "10.0.0.2", NOW_S + 60) == 0, "others do not suffer for it"
    assert enter(store, "10.0.0.1", NOW_S + WINDOW_S) == 0


def test_a_restart_forgives_nothing(store: Store) -> None:
    for _ in range(MOST_FROM_ONE):
        enter(store, "10.0.0.1", NOW_S)
    again = open_store(store.folder)
    assert enter(again, "10.0.0.1", NOW_S) == WINDOW_S
    again.close()


def test_all_together_have_an_end_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_FROM_ALL", 5)
    waits = [enter(store, f"10.0.1.{n}", NOW_S) for n in range(7)]
    assert waits == [0] * 5 + [WINDOW_S] * 2


def test_a_clock_put_back_locks_nobody_out(store: Store) -> None:
    for _ in range(MOST_FROM_ONE):
        enter(store, "10.0.0.1", NOW_S)
    assert enter(store, "10.0.0.1", NOW_S - 86_400) == 0


@pytest.mark.parametrize(
    ("address", "whose"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("", ""),
    ],
)
def test_who_has_many_addresses_is_one_household(address: str, whose: str) -> None:
    assert household(address) == whose


def test_no_address_is_kept_and_old_attempts_are_forgotten(store: Store) -> None:
    enter(store, "10.0.0.1", NOW_S)
    with store.writing() as connection:
        keys = [bytes(row.key) for row in connection.execute(select(booking_attempt))]
        assert len(keys) == 2 and all(b"10.0" not in key for key in keys)
        forget_old(connection, NOW_S + WINDOW_S)
        assert connection.execute(select(booking_attempt)).first() is None
