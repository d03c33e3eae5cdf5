"""Promises of the hub's second copy: made while it serves, whole, and put back by its keys."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from fieldapp.hub.backup import DUMP_FILE, NOTE, make, put_back, read_note
from fieldapp.hub.errors import (
    BackupFailed,
    BackupUnreadable,
    FolderNotEmpty,
    HubMissing,
    NoPostgresTools,
    NowhereToPutBack,
    OtherHub,
    PostgresToolsTooOld,
)
from fieldapp.hub.keys import KEYS_FILE
from fieldapp.hub.status import status
from fieldapp.hub.store import DATABASE_FILE, open_or_make
from fieldapp.hub.verify import verify
from tests.hub.conftest import World
from tests.hub.databases import Server, tools
from tests.hub.fake_laptop import NOW_S, FakeLaptop


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


def test_a_backup_is_made_while_others_write(world: World, tmp_path: Path) -> None:
    laptop = world.laptop()
    give(world, laptop, 1)
    with world.store.writing() as connection:
        connection.exec_driver_sql("UPDATE device SET name = 'Being changed'")
        make(world.store.folder, tmp_path / "backup")
    assert read_note(tmp_path / "backup").pages == 1


def test_a_backup_of_a_server_asks_which_server_it_is_put_back_on(
    server_world: World, tmp_path: Path
) -> None:
    make(server_world.store.folder, tmp_path / "backup")
    folder = tmp_path / "new"
    folder.mkdir()
    shutil.copy(server_world.store.folder / KEYS_FILE, folder)
    with pytest.raises(NowhereToPutBack, match="--database postgresql://"):
        put_back(tmp_path / "backup", folder)


def test_a_copy_tells_a_stranger_nothing(sqlite_world: World, tmp_path: Path) -> None:
    laptop = sqlite_world.laptop(name="Canary Boat")
    laptop.give(laptop.register("Canary Test"))
    sqlite_world.push_all(laptop)
    (sqlite_world.store.folder / "messages").mkdir()
    (sqlite_world.store.folder / "messages" / "settings.json").write_text("{}")
    make(sqlite_world.store.folder, tmp_path / "backup")
    files = {file.name: file for file in (tmp_path / "backup").iterdir()}
    assert files.keys() == {DATABASE_FILE, NOTE, "messages"}
    assert b"Canary" not in files[DATABASE_FILE].read_bytes()
    assert not files[DATABASE_FILE].read_bytes().startswith(b"SQLite")


def test_nothing_is_written_over(world: World, any_server: Server | None, tmp_path: Path) -> None:
    make(world.store.folder, tmp_path / "backup")
    with pytest.raises(FolderNotEmpty):
        make(world.store.folder, tmp_path / "backup")
    if any_server is None:
        with pytest.raises(FolderNotEmpty):
            put_back(tmp_path / "backup", world.store.folder)
    else:
        with pytest.raises(BackupFailed, match="already exists"):
            put_back(tmp_path / "backup", world.store.folder)
    assert verify(world.store.folder).ok, "the hub that is there is as it was"


def test_a_backup_is_for_its_own_hub_and_needs_its_keys(world: World, tmp_path: Path) -> None:
    make(world.store.folder, tmp_path / "backup")
    (tmp_path / "new").mkdir()
    with pytest.raises(HubMissing):
        put_back(tmp_path / "backup", tmp_path / "new")
    open_or_make(tmp_path / "other").close()
    with pytest.raises(OtherHub):
        put_back(tmp_path / "backup", tmp_path / "other")


@pytest.mark.parametrize("note", [None, "", "[]", json.dumps({"hub": "x"})])
def test_what_is_no_whole_backup_is_refused(tmp_path: Path, note: str | None) -> None:
    if note is not None:
        (tmp_path / NOTE).write_text(note)
    with pytest.raises(BackupUnreadable):
        read_note(tmp_path)


def test_without_the_tools_of_postgresql_it_is_said_what_to_install(
    server_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPostgresTools, match="pg_dump"):
        make(server_world.store.folder, tmp_path / "backup")
    assert not (tmp_path / "backup" / DUMP_FILE).exists()
    with pytest.raises(BackupUnreadable):
        read_note(tmp_path / "backup")


def test_tools_that_are_older_than_the_server_are_named_with_both_versions(
    server_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old" / "pg_dump"
    old.parent.mkdir()
    old.write_text(
        "#!/bin/sh\n"
        "echo 'pg_dump: error: aborting because of server version mismatch' >&2\n"
        "echo 'pg_dump: detail: server version: 18.4; pg_dump version: 15.14' >&2\n"
        "exit 1\n",
        "ascii",
    )
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{old.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(PostgresToolsTooOld, match=r"server version: 18\.4; pg_dump version: 15"):
        make(server_world.store.folder, tmp_path / "backup")


def test_a_full_disk_is_said_and_leaves_no_backup(
    sqlite_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("fieldapp.hub.backup._on_disk", full)
    with pytest.raises(BackupFailed, match="No space left"):
        make(sqlite_world.store.folder, tmp_path / "backup")
    with pytest.raises(BackupUnreadable):
        read_note(tmp_path / "backup")
