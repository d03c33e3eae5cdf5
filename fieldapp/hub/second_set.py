"""A second set of the tables that follow from frames, beside the one in use: a schema of the
server, or a file beside the SQLite database. Put in place in one transaction.

Nobody reads it, so it may be thrown away at any time. Nobody is erased while it is there, for it
would still tell of them (`hub.erasure.erasing`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, func, select, text, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from fieldapp.hub import postgres, schema, server_tables
from fieldapp.hub.cases.tables import case_decision
from fieldapp.hub.edition import make_views
from fieldapp.hub.erasure import wishes
from fieldapp.hub.errors import TablesInUse
from fieldapp.hub.file_lock import file_lock, lock_if_free
from fieldapp.hub.fold.projector import projected_to
from fieldapp.hub.sqlite_file import WRITING, file_engine
from fieldapp.hub.store import DATABASE_FILE, Store, newest_place

FILE = DATABASE_FILE + ".views"
_LOCK = "rebuild.lock"
_ENDINGS = ("", "-wal", "-shm")
_SECOND_PLACE = text("SELECT projected_to FROM second.progress")
_TRIES, _REST_S = 30, 1.0
Fill = Callable[[Connection, int], None]
"""Folds a set up to a place."""


class SecondSet(Protocol):
    """What a rebuild needs of either kind."""

    def folding(self) -> AbstractContextManager[Connection]:
        """A transaction in which the names of views mean this set's."""

    def put_in_place(self, fill: Fill, told: Callable[[Connection], None]) -> None:
        """Let it be the one in use, filled up to the same place; `told` in the same transaction."""

    def drop(self) -> None:
        """Leave nothing of it."""


def is_there(store: Store, connection: Connection) -> bool:
    """Whether a second set is there, whole or not."""
    if store.on_server:
        return server_tables.has_second(connection)
    return (store.folder / FILE).exists()


def drop_abandoned(store: Store) -> None:
    """Drop what a rebuild that was killed left behind, for nobody is erased beside it. What another
    process is at stays, and so does what was left to be taken."""
    with store.reading() as connection:
        left = store.on_server and server_tables.said_of_second(connection) is not None
        if left or not is_there(store, connection):
            return
    if store.on_server:
        with store.alone("rebuild") as free:
            if free:
                OnServer.drop_from(store)
        return
    with lock_if_free(store.folder, _LOCK) as free:
        if free:
            _remove(store.folder / FILE)


def _remove(file: Path) -> None:
    for ending in _ENDINGS:
        Path(f"{file}{ending}").unlink(missing_ok=True)


@contextmanager
def second_set(store: Store) -> Iterator[SecondSet | None]:
    """A new, empty one; None while another process is at this."""
    with store.writing() as connection:  # so that folding the second set writes nothing there
        wishes.begin(connection, newest_place(connection))
    if store.on_server:
        with store.alone("rebuild") as free:
            if free:
                yield from _used(OnServer(store))
            else:
                yield None
    else:
        with file_lock(store.folder, _LOCK):
            yield from _used(_InFile(store))


def _used(made: SecondSet) -> Iterator[SecondSet]:
    try:
        yield made
    finally:
        made.drop()


def _begin(connection: Connection) -> None:
    """What is decided already is heeded as the frames are folded."""
    newest = connection.execute(select(func.max(case_decision.c.no))).scalar() or 0
    connection.execute(update(schema.progress).values(decided_to=newest))


class OnServer:
    """In a schema of its own, which may be left for a program that takes this one's place."""

    def __init__(self, store: Store) -> None:
        self._store, self._left = store, False
        with store.writing() as connection:
            server_tables.make_second(connection)
            make_views(connection, into=postgres.SECOND)
            with server_tables.tables_go_to(connection, postgres.SECOND):
                _begin(connection)

    @contextmanager
    def folding(self) -> Iterator[Connection]:
        with (
            self._store.engine.connect() as connection,
            connection.begin(),
            server_tables.tables_go_to(connection, postgres.SECOND),
        ):
            yield connection

    def put_in_place(self, fill: Fill, told: Callable[[Connection], None]) -> None:
        _patiently(lambda: self._replace(fill, told))

    def _replace(self, fill: Fill, told: Callable[[Connection], None]) -> None:
        with self._store.folding() as connection:
            place = projected_to(connection)
            with server_tables.tables_go_to(connection, postgres.SECOND):
                fill(connection, place)
            server_tables.put_second_in_place(connection)
            told(connection)

    def leave(self, words: str) -> None:
        """Leave it there, with these words about it."""
        with self._store.writing() as connection:
            server_tables.say_of_second(connection, words)
        self._left = True

    def drop(self) -> None:
        if not self._left:
            _patiently(lambda: self.drop_from(self._store))

    @staticmethod
    def drop_from(store: Store) -> None:
        """Leave nothing of any."""
        with store.writing() as connection:
            server_tables.drop_second(connection)


def _patiently(work: Callable[[], None]) -> None:
    """Again and again while somebody reads what is to be replaced."""
    for _ in range(_TRIES):
        try:
            return work()
        except DBAPIError as fault:
            if not postgres.is_busy(fault):
                raise
            time.sleep(_REST_S)
    raise TablesInUse()


class _InFile:
    """In a file of its own; put in place by copying, for which pages from laptops wait."""

    def __init__(self, store: Store) -> None:
        self._store, self._file = store, store.folder / FILE
        main, key = store.folder / DATABASE_FILE, store.keys.database_key
        self._engine = file_engine(self._file, key, (main, "hub"))
        self._main = file_engine(main, key, (self._file, "second"))
        self.drop()
        with store.writing(), self.folding() as connection:  # nobody is being erased
            make_views(connection)
            _begin(connection)

    @contextmanager
    def folding(self) -> Iterator[Connection]:
        with self._engine.connect() as connection, connection.begin():
            yield connection

    def put_in_place(self, fill: Fill, told: Callable[[Connection], None]) -> None:
        for _ in range(_TRIES):
            with self._store.folding() as held, self.folding() as connection:
                fill(connection, projected_to(held))
            with _writing(self._main) as connection:
                if projected_to(connection) == connection.execute(_SECOND_PLACE).scalar():
                    _copy(connection)
                    return told(connection)
        raise TablesInUse()

    def drop(self) -> None:
        self._engine.dispose()
        self._main.dispose()
        _remove(self._file)


def _copy(connection: Connection) -> None:
    for table in schema.views.sorted_tables:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        rows = f'SELECT {names} FROM second."{table.name}"'  # noqa: S608  our own names
        connection.execute(text(f'DELETE FROM main."{table.name}"'))  # noqa: S608  our own names
        connection.execute(text(f'INSERT INTO main."{table.name}" ({names}) {rows}'))


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        connection.execution_options(**{WRITING: True})
        with connection.begin():
            yield connection
