"""Promises about connections that rested."""

from __future__ import annotations

from typing import Any

import pytest

from fieldapp.hub import server_pool
from tests.hub.conftest import World
from tests.hub.databases import Server

_END_ALL = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'fieldapp hub'"""


def use(world: World) -> None:
    with world.store.reading() as connection:
        connection.exec_driver_sql("SELECT 1")


def test_a_connection_that_broke_while_it_rested_is_replaced_unseen(
    server_world: World, postgres_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(server_world)
    postgres_server.sql(_END_ALL)
    monkeypatch.setattr(server_pool, "RESTED_S", 0.0)
    use(server_world)
    (receipt,) = server_world.push_all(server_world.laptop())
    assert receipt.head_seq


def test_a_connection_that_did_not_rest_is_not_asked(
    server_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(server_world.store.engine.dialect, "do_ping", asked.append)
    monkeypatch.setattr(server_pool, "RESTED_S", 3600.0)
    use(server_world)
    use(server_world)
    assert asked == []
    monkeypatch.setattr(server_pool, "RESTED_S", 0.0)
    use(server_world)
    assert len(asked) == 1
