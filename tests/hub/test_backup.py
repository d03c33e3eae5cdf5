"""Promises of the hub's second copy: made while it serves, whole, and put back by its keys."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from fieldapp.hub.backup import DUMP_FILE, NOTE, make, read_note
from fieldapp.hub.errors import (
    BackupFailed,
    BackupUnreadable,
    FolderNotEmpty,
    NoPostgresTools,
    PostgresToolsTooOld,
)
from fieldapp.hub.store import DATABASE_FILE
from tests.hub.conftest import World
from tests.hub.databases import tools


@pytest.fixture(autouse=True)
def with_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tools()}{os.pathsep}{os.environ['PATH']}")


def test_a_backup_is_made_while_others_write(world: World, tmp_path: Path) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test"))
    world.push_all(laptop)
    with world.store.writing() as connection:
        connection.exec_driver_sql("UPDATE device SET name = 'Being changed'")
        make(world.store.folder, tmp_path / "backup")
    assert read_note(tmp_path / "backup").pages == 1


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


def test_nothing_is_written_over(world: World, tmp_path: Path) -> None:
    make(world.store.folder, tmp_path / "backup")
    with pytest.raises(FolderNotEmpty):
        make(world.store.folder, tmp_path / "backup")


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

    monkeypatch.setattr("fieldapp.hub.backup.on_disk", full)
    with pytest.raises(BackupFailed, match="No space left"):
        make(sqlite_world.store.folder, tmp_path / "backup")
    with pytest.raises(BackupUnreadable):
        read_note(tmp_path / "backup")
