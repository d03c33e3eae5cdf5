"""Promises of the embedded database."""

from __future__ import annotations

import pytest

from fieldapp.hub.errors import HubInUse, SqliteTooOld
from fieldapp.hub.sqlite_file import (
    file_engine,
    memory_engine,
    require_sound_sqlite,
    to_oneself,
)
from fieldapp.hub.store import DATABASE_FILE
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


def test_a_file_is_ones_own_only_while_nobody_else_has_it_open(sqlite_world: World) -> None:
    store = sqlite_world.store
    engine = file_engine(store.folder / DATABASE_FILE, store.keys.database_key)
    with store.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM device")
        with pytest.raises(HubInUse), to_oneself(engine):
            pass
    store.close()
    with to_oneself(engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM device").scalar() == 0
        assert not (store.folder / f"{DATABASE_FILE}-wal").exists()
    engine.dispose()
