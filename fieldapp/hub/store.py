"""The hub's folder and its database: opening, and the kinds of transaction.

Several processes use one hub at once (serve, status, verify). In SQLite a write transaction holds
the one write lock from its first statement; on PostgreSQL only what must not happen at once waits
for one another. A read sees one moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, ProgrammingError

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import (
    postgres,
    schema,
    server_tables,
    sqlite_file,
    unfinished,
    whose_database,
)
from fieldapp.hub.edition import EDITION, make_anew
from fieldapp.hub.errors import (
    DatabaseDamaged,
    DatabaseUnreachable,
    DatabaseUnreadable,
    FolderOfAnotherUser,
    HubMissing,
    NewerHub,
    NotTheOwner,
    OtherHub,
)
from fieldapp.hub.frame_table import UNNUMBERED
from fieldapp.hub.keys import KEYS_FILE, HubKeys, load_keys
from fieldapp.hub.migrations import FIRST, VERSION, migrate
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.sqlite_file import WRITING, file_engine

DATABASE_FILE = "hub.db"
BEING_MADE = "hub.db.new"
SQLITE_FILES = ("", "-wal", "-shm")
HUB_ID = "hub"
"""The setting that says whose records these are."""
EDITION_SETTING, VERSION_SETTING = "edition", "version"
"""By which program's tables they are kept."""
_place = schema.frame.c.place
_NEWEST_PLACE = select(
    select(func.max(_place)).scalar_subquery(),
    select(func.count()).where(_place == UNNUMBERED).scalar_subquery(),
)


@dataclass(frozen=True, slots=True)
class Store:
    """An open hub folder. `close` when done."""

    folder: Path
    keys: HubKeys
    engine: Engine

    @property
    def on_server(self) -> bool:
        """Whether the records are in PostgreSQL, where other processes write meanwhile."""
        return postgres.is_server(self.engine)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, durable once the `with` has ended; rolled back when it raises. No other
        of this kind goes on meanwhile."""
        with self._transaction() as connection:
            if self.on_server:
                postgres.take_turn(connection)
            yield connection

    @contextmanager
    def taking_in(self, devices: Iterable[int]) -> Iterator[Connection]:
        """The same for what concerns these laptops alone; others' goes on meanwhile."""
        with self._transaction() as connection:
            if self.on_server:
                postgres.take_devices(connection, sorted(set(devices)))
            yield connection

    @contextmanager
    def about(self, keys: Iterable[bytes]) -> Iterator[Connection]:
        """The same for what concerns these things alone, whatever they are known by."""
        with self._transaction() as connection:
            if self.on_server:
                postgres.take_things(connection, keys)
            yield connection

    @contextmanager
    def folding(self) -> Iterator[Connection]:
        """The same for the tables that follow from frames, which one at a time changes."""
        with self._transaction() as connection:
            if self.on_server:
                postgres.take_fold(connection)
            yield connection

    @contextmanager
    def folding_if_free(self) -> Iterator[Connection | None]:
        """The same at once, or None while another process folds."""
        with self._transaction() as connection:
            free = not self.on_server or postgres.take_fold_if_free(connection)
            yield connection if free else None

    @contextmanager
    def having_all(self) -> Iterator[Connection]:
        """The same for everything but what laptops send: that is to be taken besides
        (`postgres.take_devices`). What is deleted or overwritten meanwhile is wiped."""
        with self._transaction() as connection:
            if self.on_server:
                postgres.take_fold(connection)
                postgres.take_turn(connection)
            else:
                sqlite_file.wipe_what_goes(connection)
            yield connection

    def leave_no_trace(self) -> None:
        """Let what was overwritten just now be nowhere in SQLite's log either."""
        if not self.on_server:
            sqlite_file.empty_log(self.engine)

    def alone(self, name: str) -> AbstractContextManager[bool]:
        """Whether no other process is at the work of this name, for the length of a `with`. In
        SQLite there is one server at most, so it always is."""
        return postgres.alone(self.engine, name) if self.on_server else nullcontext(True)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            connection.execution_options(**{WRITING: True})
            with connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of the database, however long the `with` lasts."""
        with self.engine.connect() as connection:
            if self.on_server:
                connection.execution_options(**postgres.READING)
            with connection.begin():
                if self.on_server:
                    postgres.hold_views(connection)
                yield connection

    @contextmanager
    def glancing(self) -> Iterator[Connection]:
        """For single looks, each at what stands then: no transaction is begun for them."""
        with self.engine.connect() as connection:
            if self.on_server:
                connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection

    def close(self) -> None:
        """Let the connections go."""
        self.engine.dispose()


def open_store(folder: Path, *, database: str | None = None, as_it_is: bool = False) -> Store:
    """Open a hub that is there; its folder knows where its records are. `as_it_is`: leave the
    tables of an older program to it, which may be using them.

    Raises HubMissing, HubKeysDamaged, NewerHub; OtherDatabase, OtherHub; DatabaseDamaged,
    DatabaseUnreadable, DatabaseUnreachable; FolderOfAnotherUser; RestoreUnfinished.
    """
    url = database_of(folder, database)
    unfinished.must_not_be(folder)
    found = _opened(folder, url)
    if not as_it_is:
        _bring_up_to_date(found)
    return found


def open_unfinished(folder: Path) -> Store:
    """The same for whoever is putting it back."""
    found = _opened(folder, database_of(folder, None))
    _bring_up_to_date(found)
    return found


def _opened(folder: Path, url: str | None) -> Store:
    keys = load_keys(folder)
    if url is not None:
        return _found_on_server(Store(folder, keys, postgres.server_engine(url)))
    if not (folder / DATABASE_FILE).is_file():
        raise HubMissing(folder=folder.name, what=DATABASE_FILE)
    return _found(Store(folder, keys, file_engine(folder / DATABASE_FILE, keys.database_key)))


def is_on_server(folder: Path, database: str | None = None) -> bool:
    """Whether a hub's records are, or would be made, on a server. Raises OtherDatabase."""
    return database_of(folder, database) is not None


def database_of(folder: Path, database: str | None) -> str | None:
    """The server that a hub's records are in, or would be made in; None for SQLite. Raises
    OtherDatabase, FolderOfAnotherUser."""
    _require_our_keys(folder)
    is_sqlite = (folder / DATABASE_FILE).exists() or (folder / BEING_MADE).exists()
    return whose_database.database_of(folder, database, is_sqlite=is_sqlite)


def _require_our_keys(folder: Path) -> None:
    """Raises FolderOfAnotherUser where keys are, or may be, that this login must not read."""
    try:
        (folder / KEYS_FILE).open("rb").close()
    except PermissionError as error:
        raise FolderOfAnotherUser(folder=folder.name) from error
    except OSError:
        return  # there is no hub yet, or no folder: whoever opens it says which


def _found(store: Store) -> Store:
    try:
        with store.reading() as connection:
            version = int(setting(connection, VERSION_SETTING) or 0)
    except DBAPIError as error:
        store.close()
        kind = DatabaseDamaged if sqlite_file.is_damage(error.orig) else DatabaseUnreadable
        raise kind(folder=store.folder.name, why=sqlite_file.fault_words(error.orig)) from error
    return _of_this_version(store, version)


def _found_on_server(store: Store) -> Store:
    try:
        with store.engine.connect() as connection, connection.begin():
            if not server_tables.has_hub(connection):
                raise HubMissing(folder=store.folder.name, what="its tables in the database")
            require_same_hub(store, connection)
            version = int(setting(connection, VERSION_SETTING) or 0)
    except DBAPIError as error:
        store.close()
        raise DatabaseUnreachable(why=postgres.fault_words(error.orig)) from error
    except FieldAppError:
        store.close()
        raise
    return _of_this_version(store, version)


def require_same_hub(store: Store, connection: Connection) -> None:
    """Raises OtherHub where the tables are not those of the folder's keys."""
    there, here = setting(connection, HUB_ID), store.keys.hub_id.hex()
    if there != here:
        raise OtherHub(there=there, here=here, folder=store.folder.name)


def _of_this_version(store: Store, version: int) -> Store:
    if version > VERSION:
        store.close()
        raise NewerHub(version=version)
    return store


def is_up_to_date(connection: Connection) -> bool:
    """Whether the tables are those of this program."""
    of_now = (str(VERSION), EDITION)
    return (setting(connection, VERSION_SETTING), setting(connection, EDITION_SETTING)) == of_now


def _bring_up_to_date(store: Store) -> None:
    """Another program made these tables: make those of this one, or take those that were built
    beside them; safe beside other processes."""
    with store.reading() as connection:
        if is_up_to_date(connection):
            return
    try:
        with store.writing() as connection:
            if not is_up_to_date(connection):
                taken = migrate(connection, int(setting(connection, VERSION_SETTING) or FIRST))
                for name, value in make_anew(connection).items():
                    set_setting(connection, name, value)
                set_setting(connection, VERSION_SETTING, str(taken))
                set_setting(connection, EDITION_SETTING, EDITION)
    except ProgrammingError as error:
        store.close()
        raise NotTheOwner(why=postgres.fault_words(error.orig)) from error


def newest_place(connection: Connection) -> int:
    """How many frames the tree has taken in."""
    numbered, unnumbered = connection.execute(_NEWEST_PLACE).one()
    return int(numbered or 0) + int(unnumbered)
