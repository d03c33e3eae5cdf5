"""Promises of the lock: guessing gets slower, also after a restart and at unknown logins."""

from __future__ import annotations

from fieldapp.hub.store import Store, open_store
from fieldapp.hub.web.lockout import account, address, delay_s, enter, forgive, take_back
from tests.hub.fake_laptop import NOW_S


def guess(store: Store, now_s: int, login: str = "lu.qing", host: str = "10.0.0.1") -> int:
    with store.writing() as connection:
        return enter(connection, [account(login), address(host)], now_s)


def test_delays_grow_to_a_quarter_of_an_hour_and_no_further() -> None:
    assert [delay_s(n, 4) for n in (1, 4, 5, 6, 7, 10, 99)] == [0, 0, 15, 30, 60, 480, 900]


def test_after_a_few_wrong_attempts_the_next_has_to_wait(store: Store) -> None:
    assert [guess(store, NOW_S) for _ in range(5)] == [0] * 5
    assert guess(store, NOW_S) == 15
    assert guess(store, NOW_S + 14) == 1, "an attempt that is too early counts for nothing"
    assert guess(store, NOW_S + 15) == 0
    assert guess(store, NOW_S + 16) == 29


def test_a_restart_forgives_nothing(store: Store) -> None:
    for _ in range(5):
        guess(store, NOW_S)
    again = open_store(store.folder)
    assert guess(again, NOW_S) == 15
    again.close()


def test_many_logins_from_one_address_wait_too(store: Store) -> None:
    waits = [guess(store, NOW_S, f"nobody{n}") for n in range(22)]
    assert waits == [0] * 21 + [15]
    assert guess(store, NOW_S, "lu.qing", "10.0.0.2") == 0, "others do not suffer for it"


def test_a_good_attempt_forgives_the_account_and_takes_itself_back(store: Store) -> None:
    for _ in range(20):
        guess(store, NOW_S, "somebody", "10.0.0.9")
        with store.writing() as connection:
            forgive(connection, [account("somebody")])
            take_back(connection, address("10.0.0.9"))
    assert guess(store, NOW_S, "somebody", "10.0.0.9") == 0


def test_a_quiet_day_forgets(store: Store) -> None:
    for _ in range(5):
        guess(store, NOW_S)
    assert [guess(store, NOW_S + 90_000) for _ in range(5)] == [0] * 5
