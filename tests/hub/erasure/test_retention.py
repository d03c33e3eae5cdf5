"""Promises of retention: whoever is past every period is proposed, once, for a person to decide."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select

from fieldapp.hub.erasure import retention, wishes
from fieldapp.hub.erasure.keeping import keep_once
from fieldapp.hub.erasure.law import PERIOD_OVER, shipped
from fieldapp.hub.erasure.retention import forget_messages, propose
from fieldapp.hub.erasure.wishes import BY_THE_HUB, PAST_ITS_PERIOD
from fieldapp.hub.messages.tables import message
from tests.hub.conftest import World
from tests.hub.erasure.people import CANARY, everything_stored, record_everything
from tests.hub.fake_laptop import NOW_S

DAY_S = 86_400
TEN_YEARS_S = 3700 * DAY_S
LATER = NOW_S + TEN_YEARS_S
"""The doses of tests expire in January 2022; their receipts of 2021 are kept until 2031."""


def proposed(world: World, now_s: int) -> list[bytes]:
    propose(world.store, shipped(), now_s)
    with world.store.reading() as connection:
        return [wish.client for wish in wishes.open_wishes(connection, most=99)]


def test_nobody_is_proposed_before_the_last_period_is_over(world: World) -> None:
    laptop = world.laptop()
    record_everything(laptop)
    client = laptop.register("Never Came")
    world.push_all(laptop)
    assert proposed(world, NOW_S + 400 * DAY_S) == []
    assert proposed(world, NOW_S + 2400 * DAY_S) == [laptop.hash_at(client)]
    assert len(proposed(world, LATER)) == 2
    with world.store.reading() as connection:
        (wish, _) = wishes.open_wishes(connection, most=9)
    assert (wish.basis, wish.why, wish.asked_by) == (PERIOD_OVER, PAST_ITS_PERIOD, BY_THE_HUB)


def test_a_proposal_erases_nobody_until_somebody_decides(world: World) -> None:
    laptop = world.laptop()
    record_everything(laptop)
    world.push_all(laptop)
    assert keep_once(world.store, shipped(), LATER) == 0
    assert CANARY in everything_stored(world)
    with world.store.writing() as connection:
        (wish,) = wishes.open_wishes(connection, most=9)
        wishes.decide(connection, [wish.no], "lu.qing", LATER)
    assert keep_once(world.store, shipped(), LATER) == 1
    assert CANARY not in everything_stored(world)
    assert proposed(world, LATER + DAY_S) == []


def test_everybody_is_looked_at_in_rounds_once_a_day(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = world.laptop()
    for number in range(5):
        laptop.register(f"Test {number}")
    world.push_all(laptop)
    limited = retention._NEXT.limit(2)
    monkeypatch.setattr(retention, "_NEXT", limited)
    monkeypatch.setattr(retention, "MOST_A_ROUND", 2)
    assert [len(proposed(world, LATER)) for _ in range(4)] == [2, 4, 5, 5]
    with world.store.writing() as connection:
        wishes.drop(connection, [one.no for one in wishes.open_wishes(connection, most=9)])
    assert proposed(world, LATER) == [], "today it is done"
    assert len(proposed(world, LATER + DAY_S)) == 2


def test_messages_go_by_themselves_after_their_time(world: World) -> None:
    row = {
        "person": b"p", "course": "c", "dose": 2, "state": "sent", "language": "en", "parts": 1,
        "gateway": "file", "tries": 0, "not_before_s": NOW_S,
    }  # fmt: skip
    with world.store.writing() as connection:
        for kind, queued_s in (("old", NOW_S), ("new", NOW_S + 200 * DAY_S)):
            values = {**row, "ref": kind, "kind": kind, "queued_s": queued_s}
            connection.execute(insert(message).values(**values))
    assert forget_messages(world.store, shipped(), NOW_S + 364 * DAY_S) == 0
    assert forget_messages(world.store, shipped(), NOW_S + 366 * DAY_S) == 1
    with world.store.reading() as connection:
        assert connection.execute(select(message.c.kind)).scalars().all() == ["new"]
