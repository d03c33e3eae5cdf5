"""The hub's folder and its database: opening, making, and the two kinds of transaction.

Several processes use one folder at once (serve, status, verify). A write transaction holds the
one write lock from its first statement; a read sees one moment.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, bindparam, delete, func, insert, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from fieldapp.hub import schema
from fieldapp.hub.edition import EDITION, make_anew, make_views
from fieldapp.hub.errors import DatabaseUnreadable, HubMissing, NewerHub, OtherDatabase
from fieldapp.hub.keys import KEYS_FILE, HubKeys, load_keys, new_keys, store_keys
from fieldapp.hub.setup_lock import setup_lock
from fieldapp.hub.sqlite_file import WRITING, file_engine

DATABASE_FILE = "hub.db"
_BEING_MADE = "hub.db.new"
_SQLITE_FILES = ("", "-wal", "-shm")
_EDITION = "edition"
_SETTING = select(schema.setting.c.value).where(schema.setting.c.name == bindparam("name"))
_NEWEST_PLACE = select(func.max(schema.frame.c.place))


@dataclass(frozen=True, slots=True)
class Store:
    """An open hub folder. `close` when done."""

    folder: Path
    keys: HubKeys
    engine: Engine

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, durable once the `with` has ended; rolled back when it raises."""
        with self.engine.connect() as connection:
            connection.execution_options(**{WRITING: True})
            with connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of the database, however long the `with` lasts."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Let the connections go."""
        self.engine.dispose()


def open_store(folder: Path, *, database: str | None = None) -> Store:
    """Open a hub that is there. Raises HubMissing, HubKeysDamaged, DatabaseUnreadable, NewerHub."""
    _only_sqlite(database)
    keys = load_keys(folder)
    if not (folder / DATABASE_FILE).is_file():
        raise HubMissing(folder=folder.name, what=DATABASE_FILE)
    return _opened(folder, keys)


def open_or_make(
    folder: Path,
    *,
    database: str | None = None,
    random: Callable[[int], bytes] = os.urandom,
) -> Store:
    """Open a hub; make it first where the folder is missing or empty of a hub.

    Where only one of database and keys is left, nothing is made: that is a loss to be noticed.
    """
    _only_sqlite(database)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with setup_lock(folder):
        begun = (folder / _BEING_MADE).exists() or not (folder / KEYS_FILE).exists()
        if begun and not (folder / DATABASE_FILE).exists():
            _make(folder, random)
        return open_store(folder)


def _make(folder: Path, random: Callable[[int], bytes]) -> None:
    """Keys and database appear together: the database whole under another name, the keys, its name.

    A program that dies in between leaves either no keys, or a database that only lacks its name.
    """
    if not (folder / KEYS_FILE).exists():
        for suffix in _SQLITE_FILES:
            (folder / (_BEING_MADE + suffix)).unlink(missing_ok=True)
        keys, recovery_private = new_keys(random)
        _fill(folder / _BEING_MADE, keys)
        store_keys(folder, keys, recovery_private)
    (folder / _BEING_MADE).rename(folder / DATABASE_FILE)


def _fill(path: Path, keys: HubKeys) -> None:
    engine = file_engine(path, keys.database_key)
    try:
        store = Store(path.parent, keys, engine)
        with store.writing() as connection:
            make_truth(connection)
            make_views(connection)
    finally:
        engine.dispose()


def make_truth(connection: Connection) -> None:
    """Make the tables of what was received."""
    schema.truth.create_all(connection)
    connection.execute(insert(schema.setting).values(name="version", value=str(schema.VERSION)))
    set_setting(connection, _EDITION, EDITION)


def _opened(folder: Path, keys: HubKeys) -> Store:
    store = Store(folder, keys, file_engine(folder / DATABASE_FILE, keys.database_key))
    try:
        with store.reading() as connection:
            version = int(setting(connection, "version") or 0)
    except DBAPIError as error:
        store.close()
        raise DatabaseUnreadable(folder=folder.name, why=str(error.orig)) from error
    if version > schema.VERSION:
        store.close()
        raise NewerHub(version=version)
    _bring_up_to_date(store)
    return store


def _bring_up_to_date(store: Store) -> None:
    """Another program made these tables: make those of this one; safe beside other processes."""
    with store.reading() as connection:
        if setting(connection, _EDITION) == EDITION:
            return
    with store.writing() as connection:
        if setting(connection, _EDITION) != EDITION:
            make_anew(connection)
            set_setting(connection, _EDITION, EDITION)


def setting(connection: Connection, name: str) -> str | None:
    """A stored setting, if there is one."""
    found = connection.execute(_SETTING, {"name": name}).scalar()
    return None if found is None else str(found)


def set_setting(connection: Connection, name: str, value: str) -> None:
    """Store a setting."""
    connection.execute(delete(schema.setting).where(schema.setting.c.name == name))
    connection.execute(insert(schema.setting).values(name=name, value=value))


def forget_setting(connection: Connection, name: str) -> None:
    """Drop a setting."""
    connection.execute(delete(schema.setting).where(schema.setting.c.name == name))


def newest_place(connection: Connection) -> int:
    """How many frames the tree has taken in."""
    return int(connection.execute(_NEWEST_PLACE).scalar() or 0)


def _only_sqlite(database: str | None) -> None:
    if database is not None and not database.startswith("sqlite"):
        raise OtherDatabase(url=database.partition(":")[0])
