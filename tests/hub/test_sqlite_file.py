"""Promises of the embedded database."""

from __future__ import annotations

import pytest

from fieldapp.hub.errors import SqliteTooOld
from fieldapp.hub.sqlite_file import memory_engine, require_sound_sqlite
from tests.hub.conftest import World


def test_old_sqlite_is_refused() -> None:
    require_sound_sqlite("3.51.3")
    require_sound_sqlite("3.53.4")
    for old in ("3.51.2", "3.40.1", "3.9.0"):
        with pytest.raises(SqliteTooOld):
            require_sound_sqlite(old)


def test_every_commit_is_on_the_disk_before_it_is_answered(sqlite_world: World) -> None:
    with sqlite_world.store.reading() as connection:
        asked = ("journal_mode", "synchronous", "temp_store")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert found == ["wal", 2, 2]


def test_a_reading_sees_one_moment(world: World) -> None:
    with world.store.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM device").scalar()
        world.laptop()
        assert connection.exec_driver_sql("SELECT count(*) FROM device").scalar() == before


def test_a_database_in_memory_is_empty_each_time() -> None:
    for _ in range(2):
        engine = memory_engine()
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("CREATE TABLE once (a)")
        engine.dispose()
