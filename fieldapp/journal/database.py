"""The encrypted database file: one connection, one lock, one kind of transaction, errors in words.

The only module that touches SQLCipher. Knows no tables.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import errors

if TYPE_CHECKING:
    import sqlite_utils

Row: TypeAlias = tuple[Any, ...]

LEAST_SQLITE = (3, 51, 3)  # older WAL code can corrupt a file with two connections
_ROOM_FOR_A_RECORD = 256 * 1024
_BUSY_MS = 3000
# cipher_memory_security stays off: wiping and locking every allocation made a rebuild 5 times and a
# search 10 times slower (P5, P6), while SQLCipher wipes and locks the memory of its keys anyway.
_PRAGMAS = (
    "temp_store = MEMORY",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "wal_autocheckpoint = 2000",
    "cache_size = -16000",
    f"busy_timeout = {_BUSY_MS}",
)
# Primary result codes of SQLite, https://www.sqlite.org/rescode.html
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_NO_TEXT = "Could not decode to UTF-8"
"""How the driver's words begin for a value that is no text; the rest of them is the value."""


def sqlcipher() -> Any:
    """The SQLCipher driver, also under the name by which sqlite-utils looks for one.

    Imported late: the lock screen needs no database.
    """
    import sqlcipher3
    from sqlcipher3 import dbapi2

    sys.modules["pysqlite3"] = sqlcipher3
    sys.modules["pysqlite3.dbapi2"] = dbapi2
    return dbapi2


def require_sound_sqlite(version: str) -> None:
    """Raise SqliteTooOld unless `version` is free of the WAL-reset bug."""
    if tuple(int(part) for part in version.split(".")[:3]) < LEAST_SQLITE:
        needed = ".".join(map(str, LEAST_SQLITE))
        raise errors.SqliteTooOld(found=version, needed=needed)


def _nothing() -> None:
    pass


class Database:
    """A connection that several threads may share; a transaction holds it to the end."""

    def __init__(
        self,
        connection: Any,
        path: Path,
        driver_error: type[Exception],
        beside: Callable[[], Database],
    ) -> None:
        self.path = path
        self.beside = beside
        """Opens another connection to the same file, which reads it and writes only tables in
        memory: for long work that nobody waits for. Whoever opens it closes it."""
        self._connection = connection
        self._driver_error = driver_error
        self._lock = threading.RLock()
        self._in_transaction = False

    def run(self, sql: str, *values: object) -> None:
        """Execute one statement."""
        with self._lock:
            try:
                self._connection.execute(sql, values)
            except self._driver_error as fault:
                _fail(fault, self.path)

    def run_many(self, sql: str, rows: Iterator[Sequence[object]] | Sequence[Row]) -> None:
        """Execute one statement for many rows."""
        with self._lock:
            try:
                self._connection.executemany(sql, rows)
            except self._driver_error as fault:
                _fail(fault, self.path)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a query."""
        with self._lock:
            try:
                found: list[Row] = self._connection.execute(sql, values).fetchall()
            except self._driver_error as fault:
                _fail(fault, self.path)
        return found

    def row(self, sql: str, *values: object) -> Row | None:
        """The first row of a query."""
        with self._lock:
            try:
                found: Row | None = self._connection.execute(sql, values).fetchone()
            except self._driver_error as fault:
                _fail(fault, self.path)
        return found

    def number(self, sql: str, *values: object) -> int:
        """The single number that a query answers; 0 for none."""
        found = self.row(sql, *values)
        return 0 if found is None or found[0] is None else int(found[0])

    @contextmanager
    def transaction(
        self,
        *,
        after_commit: Callable[[], None] = _nothing,
        after_rollback: Callable[[], None] = _nothing,
    ) -> Iterator[None]:
        """BEGIN IMMEDIATE ... COMMIT; a transaction inside another joins it."""
        with self._lock:
            if self._in_transaction:
                yield
                return
            self.run("BEGIN IMMEDIATE")
            self._in_transaction = True
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                self._roll_back()
                after_rollback()
                raise
            finally:
                self._in_transaction = False
            after_commit()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other threads out, without a transaction."""
        with self._lock:
            yield

    def _roll_back(self) -> None:
        # A full disk makes SQLite roll back by itself; a second ROLLBACK would hide that error.
        if self._connection.in_transaction:
            with suppress(FieldAppError, self._driver_error):
                self.run("ROLLBACK")

    @contextmanager
    def tables(self) -> Iterator[sqlite_utils.Database]:
        """The same connection as a sqlite-utils database, for what is not the hot path."""
        import sqlite_utils

        with self._lock:
            try:
                yield sqlite_utils.Database(
                    self._connection, recursive_triggers=False, execute_plugins=False
                )
            except self._driver_error as fault:
                _fail(fault, self.path)

    def copy_into(self, file: Path) -> None:
        """Write the whole database, under the same key, to a new file."""
        with self._lock:
            self.run("VACUUM INTO ?", str(file))

    def rewrite(self) -> None:
        """Write the file anew from what is in it, so that nothing stays of what was deleted.

        Not inside a transaction; some seconds, in which nobody else gets at it. Raises DiskFull.
        """
        with self._lock:
            self.run("VACUUM")
            self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file; waits for a transaction of another thread."""
        with self._lock:
            self._connection.close()


def open_database(path: Path, key: bytes, *, create: bool = False) -> Database:
    """Open an encrypted file by its raw 32-byte key.

    Raises HomeMissing, JournalDamaged (also for a wrong key), HomeReadOnly. With `create` the
    file is made; otherwise it must exist.
    """
    if create:
        _make_private(path)
    elif not path.exists():
        raise errors.HomeMissing(what=path.name)
    return _open(path, key, "rw")


def _open(path: Path, key: bytes, mode: str) -> Database:
    driver = sqlcipher()
    require_sound_sqlite(driver.sqlite_version)
    address = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        connection = driver.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256
        )
    except driver.Error as fault:
        _fail(fault, path)
    database = Database(connection, path, driver.Error, lambda: _open(path, key, "ro"))
    try:
        _prepare(database, key)
    except BaseException:
        connection.close()
        raise
    return database


def _make_private(path: Path) -> None:
    with file_errors(path.name):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _prepare(database: Database, key: bytes) -> None:
    database.rows("PRAGMA cipher_log_level = NONE")  # it writes to stderr; faults come as errors
    database.run(f"PRAGMA key = \"x'{key.hex()}'\"")
    database.number("SELECT count(*) FROM sqlite_schema")  # the first read proves the key
    for pragma in _PRAGMAS:
        database.rows(f"PRAGMA {pragma}")


def _fail(fault: Exception, path: Path) -> NoReturn:
    """Raise the environment's fault in words; anything else is a bug and stays what it is."""
    expected = _in_words(fault, path)
    if expected is None:
        raise fault
    raise expected from fault


def _in_words(fault: Exception, path: Path) -> FieldAppError | None:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code == _FULL or (code == _IOERR and _no_room(path)):
        return errors.DiskFull()
    if code in (_BUSY, _LOCKED):
        return errors.JournalBusy()
    if code == _READONLY:
        return errors.HomeReadOnly()
    if code == _CANTOPEN:
        return _cannot_open(path)
    if code in (_CORRUPT, _NOTADB):
        return errors.JournalDamaged(what=str(fault), first_bad=None)
    if str(fault).startswith(_NO_TEXT):
        return errors.JournalDamaged(what="a text in it cannot be read", first_bad=None)
    if code == _IOERR:
        return errors.DiskFault(fault=getattr(fault, "sqlite_errorname", str(fault)))
    return None


def _cannot_open(path: Path) -> FieldAppError:
    return errors.HomeReadOnly() if path.exists() else errors.HomeMissing(what=path.name)


def _no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_FOR_A_RECORD
    except OSError:
        return False


@contextmanager
def file_errors(what: str) -> Iterator[None]:
    """Say in words what an OSError on a file of the home means."""
    try:
        yield
    except FileNotFoundError as fault:
        raise errors.HomeMissing(what=what) from fault
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise errors.DiskFull() from fault
        if fault.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise errors.HomeReadOnly() from fault
        raise errors.DiskFault(fault=errno.errorcode.get(fault.errno or 0, "EIO")) from fault
