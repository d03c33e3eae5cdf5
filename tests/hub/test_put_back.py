"""Promises of a hub that is put back from a backup: whole, by its keys, whenever it is cut off."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from fieldapp.hub import unfinished, whose_database
from fieldapp.hub.backup import MESSAGES, make
from fieldapp.hub.errors import (
    BackupFailed,
    DatabaseHasHub,
    FolderNotEmpty,
    HubMissing,
    NoPostgresTools,
    NowhereToPutBack,
    OtherHub,
)
from fieldapp.hub.keys import KEYS_FILE
from fieldapp.hub.making import open_or_make
from fieldapp.hub.put_back import put_back
from fieldapp.hub.status import status
from fieldapp.hub.store import DATABASE_FILE
from fieldapp.hub.unfinished import RestoreUnfinished
from fieldapp.hub.verify import verify
from tests.hub.conftest import World
from tests.hub.databases import Server, tools
from tests.hub.fake_laptop import NOW_S, FakeLaptop


class Killed(BaseException):
    """Nothing of the program goes on after this."""


def killed(*_: object, **__: object) -> None:
    raise Killed


@pytest.fixture(autouse=True)
def with_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tools()}{os.pathsep}{os.environ['PATH']}")


def give(world: World, laptop: FakeLaptop, doses: int) -> None:
    for number in range(doses):
        laptop.give(laptop.register(f"Test {laptop.seq} {number}"))
    world.push_all(laptop)
    world.fold()


def new_place(world: World, folder: Path, server: Server | None) -> str | None:
    """A folder with nothing but the keys, and an empty database on a server."""
    folder.mkdir()
    shutil.copy(world.store.folder / KEYS_FILE, folder)
    return server.empty_database() if server is not None else None


def test_a_hub_put_back_is_what_it_was_and_takes_again_what_it_lacks(
    world: World, any_server: Server | None, tmp_path: Path
) -> None:
    laptop = world.laptop()
    give(world, laptop, 3)
    made = make(world.store.folder, tmp_path / "backup", now_s=lambda: NOW_S)
    give(world, laptop, 2)
    new = tmp_path / "new"
    url = new_place(world, new, any_server)
    assert put_back(tmp_path / "backup", new, database=url, now_s=lambda: NOW_S + 9) == made
    found = status(new)
    assert (found["doses_counted"], found["frames"]) == (3, 1)
    assert found["generation"]["restored"] == "2021-06-29T20:53:29Z"
    assert verify(new).problems == []
    back = World(type(world.hub)(open_or_make(new), lambda: NOW_S + 10))
    back.push(laptop, *laptop.pages(laptop.seq - 4), heads=(laptop.head,))
    back.fold()
    assert back.numbers()["counted"] == 5
    back.store.close()
    assert verify(new).problems == []


def test_a_backup_of_a_server_asks_which_server_it_is_put_back_on(
    server_world: World, tmp_path: Path
) -> None:
    make(server_world.store.folder, tmp_path / "backup")
    folder = tmp_path / "new"
    folder.mkdir()
    shutil.copy(server_world.store.folder / KEYS_FILE, folder)
    with pytest.raises(NowhereToPutBack, match="--database postgresql://"):
        put_back(tmp_path / "backup", folder)


def test_a_hub_that_is_there_stays_as_it_is(
    world: World, any_server: Server | None, tmp_path: Path
) -> None:
    make(world.store.folder, tmp_path / "backup")
    with pytest.raises(FolderNotEmpty if any_server is None else DatabaseHasHub):
        put_back(tmp_path / "backup", world.store.folder)
    assert verify(world.store.folder).ok


def test_a_file_never_goes_into_the_folder_of_a_hub_on_a_server(
    sqlite_world: World, tmp_path: Path
) -> None:
    make(sqlite_world.store.folder, tmp_path / "backup")
    new = tmp_path / "new"
    new_place(sqlite_world, new, None)
    whose_database.begin(new, "postgresql://127.0.0.1/test")
    whose_database.finish(new)
    with pytest.raises(FolderNotEmpty):
        put_back(tmp_path / "backup", new)
    assert not (new / DATABASE_FILE).exists()


def test_a_backup_is_for_its_own_hub_and_needs_its_keys(world: World, tmp_path: Path) -> None:
    make(world.store.folder, tmp_path / "backup")
    (tmp_path / "new").mkdir()
    with pytest.raises(HubMissing):
        put_back(tmp_path / "backup", tmp_path / "new")
    open_or_make(tmp_path / "other").close()
    with pytest.raises(OtherHub):
        put_back(tmp_path / "backup", tmp_path / "other")


@pytest.mark.parametrize(
    "at", ["_load", "_put", "_copy_texts", "generation.begin", "catch_up", "again.compare"]
)
def test_cut_off_anywhere_it_is_no_hub_until_it_is_put_back_again(
    world: World,
    any_server: Server | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: str,
) -> None:
    give(world, world.laptop(), 2)
    make(world.store.folder, tmp_path / "backup")
    new = tmp_path / "new"
    url = new_place(world, new, any_server)
    with monkeypatch.context() as patched:
        _die_at(patched, at)
        if _is_on_this_road(at, any_server):
            with pytest.raises(Killed):
                put_back(tmp_path / "backup", new, database=url)
            for opening in (status, verify, open_or_make):
                with pytest.raises(RestoreUnfinished, match="hub restore"):
                    opening(new)
    put_back(tmp_path / "backup", new, database=url)
    found = status(new)
    assert (found["doses_counted"], found["generation"] is None) == (2, False)
    assert verify(new).problems == []


def test_a_try_cut_off_in_one_database_never_drops_the_hub_in_another(
    server_world: World, postgres_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(server_world, server_world.laptop(), 1)
    folder, new = server_world.store.folder, tmp_path / "new"
    make(folder, tmp_path / "backup")
    url = new_place(server_world, new, postgres_server)
    with monkeypatch.context() as patched:
        patched.setattr("fieldapp.hub.put_back.run_tool", killed)
        with pytest.raises(Killed):
            put_back(tmp_path / "backup", new, database=url)
    with pytest.raises(DatabaseHasHub):
        put_back(tmp_path / "backup", new, database=whose_database.server_of(folder, None))
    assert status(folder)["doses_counted"] == 1


def test_without_the_tools_of_postgresql_the_folder_stays_as_it_was(
    server_world: World, postgres_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(server_world.store.folder, tmp_path / "backup")
    new = tmp_path / "new"
    url = new_place(server_world, new, postgres_server)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPostgresTools, match="pg_restore"):
        put_back(tmp_path / "backup", new, database=url)
    assert not unfinished.is_so(new)


def _die_at(patched: pytest.MonkeyPatch, at: str) -> None:
    """Where files or a dump are on their way: in the middle of it."""
    inside = {"_load": "run_tool", "_put": "on_disk", "_copy_texts": "copy_messages"}
    patched.setattr(f"fieldapp.hub.put_back.{inside.get(at, at)}", killed)


def _is_on_this_road(at: str, server: Server | None) -> bool:
    return at != ("_load" if server is None else "_put")


def test_what_could_not_be_copied_leaves_the_folder_as_it_was(
    sqlite_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    make(sqlite_world.store.folder, tmp_path / "backup")
    new = tmp_path / "new"
    new_place(sqlite_world, new, None)
    with monkeypatch.context() as patched:
        patched.setattr("fieldapp.hub.put_back.on_disk", full)
        with pytest.raises(BackupFailed, match="No space left"):
            put_back(tmp_path / "backup", new)
    assert not unfinished.is_so(new)
    assert {file.name for file in new.iterdir()} == {KEYS_FILE, "setup.lock"}


def test_texts_come_whole_or_not_at_all(
    sqlite_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sqlite_world.store.folder
    (folder / MESSAGES).mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / MESSAGES / name).write_text("Test", "utf-8")
    make(folder, tmp_path / "backup")
    new = tmp_path / "new"
    new_place(sqlite_world, new, None)
    with monkeypatch.context() as patched:
        patched.setattr("fieldapp.hub.backup.shutil.copytree", _half_a_copy)
        with pytest.raises(Killed):
            put_back(tmp_path / "backup", new)
    put_back(tmp_path / "backup", new)
    assert sorted(file.name for file in (new / MESSAGES).iterdir()) == ["a.txt", "b.txt"]


def _half_a_copy(source: Path, to: Path) -> None:
    to.mkdir()
    shutil.copy(source / "a.txt", to)
    raise Killed
