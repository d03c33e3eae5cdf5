"""Everybody who counts comes once, with the records of all their registrations."""

from __future__ import annotations

import pytest

from fieldapp.hub.exports.people import everybody
from fieldapp.hub.messages import people as batching
from fieldapp.wire.facts import ClientLinked
from tests.hub.conftest import World


def test_batches_lose_nobody(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "BATCH", 2)
    laptop = world.laptop()
    seqs = [laptop.register(f"测试{number}") for number in range(5)]
    laptop.register("  ")
    laptop.add(ClientLinked(seqs[0], seqs[1], "same face"))
    laptop.give(seqs[0], 1)
    laptop.give(seqs[1], 30)
    world.push_all(laptop)
    with world.store.reading() as connection:
        groups = list(everybody(connection))
    found = [one for group in groups for one in group]
    assert [len(group) for group in groups] == [2, 2]
    assert sorted(len(one.told.registrations) for one in found) == [1, 1, 1, 2]
    (two,) = [one for one in found if len(one.told.registrations) == 2]
    assert [dose.team for dose in two.told.doses] == ["Boat Test"] * 2
    assert [dose.event.occurred_at.day for dose in two.doses] == [1, 30]
