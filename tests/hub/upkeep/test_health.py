"""Promises of the hub's look at itself."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from fieldapp.hub.upkeep import health
from fieldapp.hub.upkeep.health import LEAST_FREE_BYTES, Health, Look, look
from tests.hub.conftest import World
from tests.hub.databases import Server


def test_a_hub_with_its_database_and_room_is_ready(world: World) -> None:
    laptop = world.laptop()
    world.push_all(laptop)
    world.fold()
    found = look(world.hub)
    assert found.ready
    assert (found.projected_to, found.newest_frame, found.behind) == (1, 1, 0)


def test_who_is_behind_says_by_how_much_and_still_is_ready(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    world.take(laptop, *laptop.pages(2))
    found = look(world.hub)
    assert (found.ready, found.behind) == (True, 2)


def test_a_full_disk_makes_unready(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    left = SimpleNamespace(free=LEAST_FREE_BYTES - 1)
    monkeypatch.setattr("shutil.disk_usage", lambda _: left)
    assert not look(world.hub).ready
    assert look(world.hub).as_json()["disk"] == "is nearly full"


def test_a_database_that_is_gone_makes_unready(
    server_world: World, postgres_server: Server
) -> None:
    here = Path(server_world.store.folder / "hub-database.txt").read_text("utf-8")
    name = here.partition("?")[0].rpartition("/")[2].strip()
    server_world.store.close()
    postgres_server.sql(f"ALTER DATABASE {name} RENAME TO {name}_away")
    found = look(server_world.hub)
    assert (found.ready, found.database, found.behind) == (False, False, None)
    assert found.as_json()["database"] == "does not answer"
    postgres_server.sql(f"ALTER DATABASE {name}_away RENAME TO {name}")
    assert look(server_world.hub).ready, "by itself, once the database is back"


def test_many_who_ask_cost_one_look_a_second(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []

    def counting(_: object) -> Health:
        looks.append(1)
        return Health(True, LEAST_FREE_BYTES)

    monkeypatch.setattr(health, "look", counting)
    asked = Look(world.hub)
    for _ in range(50):
        asked()
    assert len(looks) < 50
