"""The hub's store as the roles of its database open it; a login that is a member of one alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from fieldapp.hub.database_roles import Role, statements
from fieldapp.hub.postgres import server_engine
from fieldapp.hub.store import Store
from tests.hub.databases import Server

As = Callable[[Role], Store]


def database_of(store: Store) -> str:
    """The database's URL for its owner."""
    return (store.folder / "hub-database.txt").read_text("utf-8").strip()


def login_of(store: Store, role: Role) -> str:
    """The database's URL for a login that is a member of this role alone."""
    return database_of(store).replace("://postgres@", f"://login_{role.value}@")


@contextmanager
def stores_as(store: Store, server: Server) -> Iterator[As]:
    """The roles, made twice; folder and keys are the hub's own."""
    name = database_of(store).partition("?")[0].rpartition("/")[2]
    for statement in (*statements(), *statements()):
        server.sql(statement, name)
    opened: list[Store] = []

    def store_as(role: Role) -> Store:
        server.sql(
            f"DO $$ BEGIN CREATE ROLE login_{role.value} LOGIN IN ROLE hub_{role.value}; "
            "EXCEPTION WHEN duplicate_object THEN NULL; END $$"
        )
        opened.append(replace(store, engine=server_engine(login_of(store, role))))
        return opened[-1]

    yield store_as
    for one in opened:
        one.close()


@contextmanager
def refused() -> Iterator[None]:
    """The database says no."""
    with pytest.raises(ProgrammingError, match=r"permission denied|row-level security"):
        yield


def tries(store: Store, sql: str) -> None:
    """One statement, in a transaction."""
    with store.engine.connect() as connection, connection.begin():
        connection.execute(text(sql))
