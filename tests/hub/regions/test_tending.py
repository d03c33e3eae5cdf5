"""Beside the server somebody publishes; a fault there stops nothing."""

from __future__ import annotations

import pytest

from fieldapp.hub.regions import tending
from fieldapp.hub.regions.segments import end_of
from tests.hub.conftest import World
from tests.patience import wait_for


def test_what_came_is_published_without_anybody_asking(world: World) -> None:
    laptop = world.laptop()
    laptop.register("王小明")
    with tending.tended(world.hub, every_s=0.01):
        world.push_all(laptop)
        wait_for(lambda: pages(world) > 0)


def pages(world: World) -> int:
    with world.store.reading() as connection:
        return end_of(connection, "north").number


def test_a_fault_is_logged_and_names_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> int:
        raise ValueError("王小明")

    monkeypatch.setattr(tending, "publish", broken)
    tending.tend(world.hub)
    assert "ValueError" in caplog.text
    assert "王小明" not in caplog.text
