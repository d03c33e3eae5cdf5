"""Beside the server somebody publishes; a fault there stops nothing."""

from __future__ import annotations

import time

import pytest

from fieldapp.hub.regions import tending
from fieldapp.hub.regions.segments import end_of
from tests.hub.conftest import World


def test_what_came_is_published_without_anybody_asking(world: World) -> None:
    laptop = world.laptop()
    laptop.register("王小明")
    with tending.tended(world.hub, every_s=0.01):
        world.push_all(laptop)
        for _ in range(500):
            with world.store.reading() as connection:
                if end_of(connection, "north").number:
                    return
            time.sleep(0.01)
    pytest.fail("nothing was published")


def test_a_fault_is_logged_and_names_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> int:
        raise ValueError("王小明")

    monkeypatch.setattr(tending, "publish", broken)
    tending.tend(world.hub)
    assert "ValueError" in caplog.text
    assert "王小明" not in caplog.text
