"""Promises about sessions on PostgreSQL."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fieldapp.hub.errors import NoPostgresDriver, UnsafeDatabase
from fieldapp.hub.making import open_or_make
from fieldapp.hub.postgres import alone, fault_words, server_engine
from fieldapp.hub.store import open_store
from tests.hub.conftest import World
from tests.hub.databases import Server


def test_every_commit_is_on_the_disk_before_it_is_answered(
    tmp_path: Path, postgres_server: Server
) -> None:
    url = postgres_server.empty_database()
    open_or_make(tmp_path, database=url).close()
    name = url.partition("?")[0].rpartition("/")[2]
    postgres_server.sql(f"ALTER DATABASE {name} SET synchronous_commit = off")
    with pytest.raises(UnsafeDatabase, match="synchronous_commit"):
        open_store(tmp_path)


def test_an_encoding_without_chinese_is_refused(tmp_path: Path, postgres_server: Server) -> None:
    postgres_server.sql("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    with pytest.raises(UnsafeDatabase, match="LATIN1"):
        open_or_make(tmp_path, database=postgres_server.url("latin"))


def test_a_reading_changes_nothing_and_sees_one_moment(server_world: World) -> None:
    with server_world.store.reading() as connection:
        count = "SELECT count(*) FROM device"
        before = connection.exec_driver_sql(count).scalar()
        server_world.laptop()
        assert connection.exec_driver_sql(count).scalar() == before
        assert connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "on"


def test_one_process_is_at_a_work_until_it_ends(server_world: World) -> None:
    engine = server_world.store.engine
    with alone(engine, "test") as first, alone(engine, "test") as second, alone(engine, "x") as x:
        assert (first, second, x) == (True, False, True)
    with alone(engine, "test") as again:
        assert again


def test_a_work_whose_connection_broke_is_free_again(
    server_world: World, postgres_server: Server
) -> None:
    engine = server_world.store.engine
    with alone(engine, "test") as first:
        assert first
        postgres_server.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
        )
    with alone(engine, "test") as again:
        assert again


def test_a_missing_driver_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(NoPostgresDriver):
        server_engine("postgresql://db.example.org/hub")


def test_words_of_a_fault_are_one_line() -> None:
    assert fault_words(Exception("connection failed: no route.\nMore of it")) == "no route"
    assert fault_words(Exception("")) == "unknown reason"
