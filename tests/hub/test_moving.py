"""Promises of the move from SQLite to PostgreSQL: all or nothing, and the same hub afterwards."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import select

from fieldapp.hub import copying, moving, schema, whose_database
from fieldapp.hub.errors import (
    DatabaseHasHub,
    DatabaseUnreachable,
    HubInUse,
    MovedDiffers,
    NowhereToMove,
    OtherDatabase,
)
from fieldapp.hub.making import open_or_make
from fieldapp.hub.moving import KEPT_FILE, move
from fieldapp.hub.running import Hub
from fieldapp.hub.store import DATABASE_FILE, open_store
from fieldapp.hub.verify import verify
from tests.hub import golden
from tests.hub.conftest import World
from tests.hub.databases import Server
from tests.hub.fake_laptop import NOW_S, FakeLaptop


class StruckError(Exception):
    """The power went."""


@pytest.fixture
def filled(sqlite_world: World) -> tuple[World, FakeLaptop]:
    """A hub with something of everything, closed; and a laptop that goes on."""
    golden.fill(sqlite_world)
    laptop = sqlite_world.laptop(b"epoch-77", name="Boat Moved")
    laptop.give(laptop.register("Test Moved"))
    sqlite_world.push_all(laptop)
    sqlite_world.fold()
    sqlite_world.store.close()
    return sqlite_world, laptop


def moved_world(folder: Path) -> World:
    return World(Hub(open_store(folder), lambda: NOW_S + 10))


def test_a_moved_hub_says_what_it_said_and_its_laptops_go_on(
    filled: tuple[World, FakeLaptop], postgres_server: Server
) -> None:
    world, laptop = filled
    folder = world.store.folder
    before = (world.digest(), world.numbers(), world.held())
    world.store.close()
    done = move(folder, postgres_server.empty_database(), now_s=lambda: NOW_S)
    assert not (folder / DATABASE_FILE).exists()
    assert (folder / done.kept).exists()
    there = moved_world(folder)
    assert there.store.on_server
    assert (there.digest(), there.numbers(), there.held()) == before
    laptop.give(laptop.register("Test After"))
    there.push(laptop, *laptop.pages(laptop.seq - 2), heads=(laptop.head,))
    there.fold()
    assert there.numbers()["counted"] == before[1]["counted"] + 1
    there.store.close()
    assert verify(folder).problems == []


def test_frames_lie_in_the_part_of_their_day(
    filled: tuple[World, FakeLaptop], postgres_server: Server
) -> None:
    world, _ = filled
    move(world.store.folder, postgres_server.empty_database(), now_s=lambda: NOW_S + 10)
    there = moved_world(world.store.folder)
    with there.store.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM hub.frame_other").scalar()
    there.store.close()
    assert found == 0


def test_a_hub_that_is_in_use_is_not_moved(sqlite_world: World, postgres_server: Server) -> None:
    with sqlite_world.store.reading() as connection:
        assert connection.scalars(select(schema.device.c.no)).all() == []
        with pytest.raises(HubInUse):
            move(sqlite_world.store.folder, postgres_server.empty_database())
    assert verify(sqlite_world.store.folder).ok


STEPS = (
    (copying, "copy_all"),
    (moving, "note"),
    (moving, "catch_up"),
    (moving, "differing"),
    (whose_database, "finish"),
)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("module", "name"), STEPS, ids=[name for _, name in STEPS])
def test_a_move_that_is_cut_short_leaves_the_hub_and_is_done_again(
    filled: tuple[World, FakeLaptop],
    postgres_server: Server,
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    name: str,
    after: bool,
) -> None:
    world, _ = filled
    folder, url, calls = world.store.folder, postgres_server.empty_database(), []
    before = world.digest()
    world.store.close()
    real = getattr(module, name)

    def struck(*given: object, **named: object) -> object:
        calls.append(name)
        if name == "catch_up" and len(calls) == 1:
            return real(*given, **named)
        if after:
            real(*given, **named)
        raise StruckError

    with monkeypatch.context() as patched:
        patched.setattr(module, name, struck)
        with pytest.raises(StruckError):
            move(folder, url)
    over = after and name == "finish"
    still = open_store(folder)
    assert still.on_server == over
    assert World(Hub(still, lambda: NOW_S)).digest() == before
    still.close()
    move(folder, url)
    assert verify(folder).problems == []
    assert (folder / KEPT_FILE).exists()
    assert not (folder / DATABASE_FILE).exists()


def test_another_hub_in_the_database_stays(
    sqlite_world: World, postgres_server: Server, tmp_path: Path
) -> None:
    sqlite_world.store.close()
    url = postgres_server.empty_database()
    open_or_make(tmp_path / "other", database=url).close()
    with pytest.raises(DatabaseHasHub):
        move(sqlite_world.store.folder, url)
    assert verify(tmp_path / "other").ok
    assert verify(sqlite_world.store.folder).ok


def test_tables_that_say_something_else_stop_the_move(
    sqlite_world: World, postgres_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    sqlite_world.store.close()
    monkeypatch.setattr(moving, "differing", lambda _here, _there: ["dose"])
    with pytest.raises(MovedDiffers, match="dose"):
        move(sqlite_world.store.folder, postgres_server.empty_database())
    assert not open_store(sqlite_world.store.folder).on_server


def test_a_database_that_does_not_answer_changes_nothing(
    sqlite_world: World, tmp_path: Path
) -> None:
    sqlite_world.store.close()
    with pytest.raises(DatabaseUnreachable):
        move(sqlite_world.store.folder, f"postgresql:///none?host={tmp_path}{os.sep}nowhere")
    assert verify(sqlite_world.store.folder).ok


def test_only_from_sqlite_to_a_server(world: World, postgres_server: Server) -> None:
    world.store.close()
    for nowhere in (None, "sqlite:"):
        with pytest.raises(NowhereToMove):
            move(world.store.folder, nowhere)
    if world.store.on_server:
        with pytest.raises(OtherDatabase):
            move(world.store.folder, postgres_server.empty_database())
