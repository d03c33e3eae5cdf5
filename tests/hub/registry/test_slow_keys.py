"""Promises of the slow keys: worked out once each, for as long as anybody has the document."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from fieldapp.hub.registry import slow_keys
from fieldapp.hub.registry.slow_keys import bring_up_to_date
from fieldapp.hub.registry.tables import pocket
from fieldapp.wire.facts import ClientAmended
from fieldapp.wire.registry.key import slow_key
from tests.hub.conftest import World

SECRET = b"s" * 32


def keyed(world: World) -> dict[str, bytes]:
    with world.store.reading() as connection:
        return {row.number: row.slow_key for row in connection.execute(select(pocket))}


def test_every_document_gets_its_key_and_none_is_worked_out_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = world.laptop()
    laptop.register("Test A", ("passport", "TEST1"))
    world.push_all(laptop)
    told: list[int] = []
    bring_up_to_date(world.store, SECRET, told.append)
    assert keyed(world) == {"TEST1": slow_key(SECRET, "passport", "TEST1")}
    laptop.register("Test B", ("passport", "TEST2"))
    world.push_all(laptop)
    asked: list[str] = []

    def counted(secret: bytes, kind: str, number: str) -> bytes:
        asked.append(number)
        return slow_key(secret, kind, number)

    monkeypatch.setattr(slow_keys, "slow_key", counted)
    bring_up_to_date(world.store, SECRET, told.append)
    assert asked == ["TEST2"]
    assert set(keyed(world)) == {"TEST1", "TEST2"}
    assert told == [1, 1]


def test_a_document_that_was_corrected_away_loses_its_key(world: World) -> None:
    laptop = world.laptop()
    one = laptop.register("Test A", ("passport", "TEST1"))
    world.push_all(laptop)
    bring_up_to_date(world.store, SECRET, lambda _: None)
    laptop.add(ClientAmended(one, "documents", [[8, "TEST1"]], [[8, "TEST9"]]))
    world.push_all(laptop)
    bring_up_to_date(world.store, SECRET, lambda _: None)
    assert set(keyed(world)) == {"TEST9"}


def test_a_live_hub_and_its_replay_stay_equal_beside_the_keys(world: World) -> None:
    from fieldapp.hub.verify import verify

    laptop = world.laptop()
    laptop.register("Test A", ("passport", "TEST1"))
    world.push_all(laptop)
    bring_up_to_date(world.store, SECRET, lambda _: None)
    assert verify(world.store.folder).ok


def test_more_documents_than_a_batch_are_all_keyed_and_walked_through_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow_keys, "slow_key", lambda _s, kind, number: f"{kind} {number}".encode())
    laptop = world.laptop()
    for number in range(slow_keys._BATCH + 20):
        kind = ("passport", "hk-macao-permit")[number % 2]
        laptop.register(f"Test {number}", (kind, f"TEST{number}"))
    world.push_all(laptop)
    told: list[int] = []
    bring_up_to_date(world.store, SECRET, told.append)
    assert told == [slow_keys._BATCH, 20]
    assert len(keyed(world)) == slow_keys._BATCH + 20
