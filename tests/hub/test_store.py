"""Promises of the hub's folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from fieldapp.hub import whose_database
from fieldapp.hub.errors import (
    DatabaseUnreachable,
    DatabaseUnreadable,
    FolderOfAnotherUser,
    HubMissing,
    NewerHub,
    OtherDatabase,
    OtherHub,
)
from fieldapp.hub.keys import KEYS_FILE
from fieldapp.hub.making import open_or_make
from fieldapp.hub.postgres import take_devices, take_things
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.store import DATABASE_FILE, open_store
from tests.hub.conftest import World
from tests.hub.databases import Server


def test_nothing_is_readable_without_the_key(tmp_path: Path) -> None:
    made = open_or_make(tmp_path)
    with made.writing() as connection:
        set_setting(connection, "canary", "Test Canary Person")
    for file in tmp_path.glob("hub.db*"):
        assert b"Canary" not in file.read_bytes()
    made.close()
    assert not (tmp_path / DATABASE_FILE).read_bytes().startswith(b"SQLite")


_NOBODY = 65534


@contextmanager
def another_login(kept_from_it: Path) -> Iterator[None]:
    """For root another login; everybody else takes their own right to read away."""
    if os.geteuid() == 0:
        os.seteuid(_NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)
        return
    mode = kept_from_it.stat().st_mode
    kept_from_it.chmod(0)
    try:
        yield
    finally:
        kept_from_it.chmod(mode)


@pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
@pytest.mark.parametrize("kept", ["", KEYS_FILE], ids=["folder", "keys"])
def test_whoever_may_not_read_the_folder_is_told_whose_commands_these_are(
    tmp_path: Path, kept: str
) -> None:
    """Made by root, served by the service's own user: no fault of the program."""
    open_or_make(tmp_path / "hub").close()
    with another_login(tmp_path / "hub" / kept):
        for opening in (open_store, open_or_make):
            with pytest.raises(FolderOfAnotherUser, match="sudo -u fieldapp"):
                opening(tmp_path / "hub")


def test_a_flipped_byte_a_foreign_key_and_a_newer_hub_are_named(tmp_path: Path) -> None:
    made = open_or_make(tmp_path)
    with made.writing() as connection:
        set_setting(connection, "version", "99")
    made.close()
    with pytest.raises(NewerHub):
        open_store(tmp_path)
    raw = bytearray((tmp_path / DATABASE_FILE).read_bytes())
    raw[100] ^= 1
    (tmp_path / DATABASE_FILE).write_bytes(raw)
    with pytest.raises(DatabaseUnreadable):
        open_store(tmp_path)


def test_only_what_was_committed_is_there(tmp_path: Path) -> None:
    made = open_or_make(tmp_path)

    class PowerCut(Exception):
        pass

    with pytest.raises(PowerCut), made.writing() as connection:
        set_setting(connection, "half", "done")
        raise PowerCut
    with made.reading() as connection:
        assert setting(connection, "half") is None
    made.close()


def test_keys_and_records_of_two_hubs_never_come_together(
    tmp_path: Path, postgres_server: Server
) -> None:
    url = postgres_server.empty_database()
    open_or_make(tmp_path / "one", database=url).close()
    with pytest.raises(OtherHub):
        open_or_make(tmp_path / "two", database=url)
    note = tmp_path / "one" / whose_database.FILE
    note.write_text(postgres_server.empty_database(), "utf-8")
    for opening in (open_store, open_or_make):
        with pytest.raises(HubMissing):
            opening(tmp_path / "one")


def test_a_hub_in_sqlite_stays_there(tmp_path: Path) -> None:
    open_or_make(tmp_path).close()
    for opening in (open_store, open_or_make):
        with pytest.raises(OtherDatabase):
            opening(tmp_path, database="postgresql://db.example.org/hub")
    (tmp_path / DATABASE_FILE).unlink()
    with pytest.raises(HubMissing):
        open_or_make(tmp_path, database="postgresql://db.example.org/hub")


def test_a_server_that_does_not_answer_is_named_and_a_newer_hub_there(
    tmp_path: Path, postgres_server: Server
) -> None:
    made = open_or_make(tmp_path, database=postgres_server.empty_database())
    with made.writing() as connection:
        set_setting(connection, "version", "99")
    made.close()
    with pytest.raises(NewerHub):
        open_store(tmp_path)
    (tmp_path / whose_database.FILE).write_text("postgresql://127.0.0.1:1/hub", "utf-8")
    with pytest.raises(DatabaseUnreachable):
        open_store(tmp_path)


def test_only_one_laptops_pages_wait_for_each_other(server_world: World) -> None:
    one, other = server_world.laptop(), server_world.laptop(b"epoch-02")
    store = server_world.store
    with store.taking_in([one.device]), store.taking_in([other.device]), store.writing():
        for held in (one, other):
            with pytest.raises(OperationalError), store.engine.connect() as connection:
                connection.exec_driver_sql("SET lock_timeout = '50ms'")
                take_devices(connection, [held.device])
    with store.taking_in([one.device, other.device]):
        pass


def test_a_glance_sees_what_stands_and_holds_nobody_up(world: World) -> None:
    with world.store.writing() as connection:
        set_setting(connection, "one", "1")
    with world.store.glancing() as connection:
        assert setting(connection, "one") == "1"
        with world.store.writing() as other:
            set_setting(other, "two", "2")
    with world.store.glancing() as connection:
        assert setting(connection, "two") == "2"


def test_only_who_is_about_the_same_waits_for_each_other(server_world: World) -> None:
    store, one, other = server_world.store, b"one thing", b"and another"
    with store.about([one]), store.about([other]), store.writing():
        for held in (one, other):
            with pytest.raises(OperationalError), store.engine.connect() as connection:
                connection.exec_driver_sql("SET lock_timeout = '50ms'")
                take_things(connection, [held])
    with store.about([one, other]):
        pass


def test_one_process_at_a_time_folds(server_world: World) -> None:
    store = server_world.store
    with store.folding(), store.folding_if_free() as second:
        assert second is None
    with store.folding_if_free() as second:
        assert second is not None
