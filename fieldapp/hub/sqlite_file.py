"""The embedded database: SQLCipher behind SQLAlchemy. The only module with SQLite's own SQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, SQLITE_CORRUPT, SQLITE_NOTADB
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool, StaticPool

from fieldapp.hub.errors import HubInUse, SqliteTooOld

LEAST_SQLITE = (3, 51, 3)  # older WAL code can corrupt a file with two connections
WRITING = "fieldapp_writing"
"""Execution option of a connection whose transactions take the write lock at once."""
_ALONE = "fieldapp_alone"
_BUSY_MS = 20_000
_ALONE_MS = 2_000
_PRAGMAS = (
    "temp_store = MEMORY",
    "journal_mode = WAL",
    "synchronous = FULL",
    f"busy_timeout = {_BUSY_MS}",
    "cache_size = -16000",
    "wal_autocheckpoint = 2000",
)


def require_sound_sqlite(version: str) -> None:
    """Raise SqliteTooOld unless `version` is free of the WAL-reset bug."""
    if tuple(int(part) for part in version.split(".")[:3]) < LEAST_SQLITE:
        raise SqliteTooOld(found=version, needed=".".join(map(str, LEAST_SQLITE)))


def file_engine(path: Path, key: bytes, beside: tuple[Path, str] | None = None) -> Engine:
    """An engine on the encrypted file; every connection has its own transaction. `beside`: another
    file of the same key and its name; its tables are found where the first has none of that name.
    """
    driver = _driver()

    def connect() -> Any:
        connection = driver.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")  # faults come as errors
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            if beside is not None:
                secret = f"KEY \"x'{key.hex()}'\""
                connection.execute(f"ATTACH DATABASE ? AS {beside[1]} {secret}", (str(beside[0]),))
        except driver.Error:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=connect,
        poolclass=QueuePool,
        pool_size=8,
        hide_parameters=True,
    )
    return _with_own_transactions(engine)


def memory_engine() -> Engine:
    """An engine on one connection to an empty database in memory, to replay journals into."""
    driver = _driver()

    def connect() -> Any:
        return driver.connect(":memory:", isolation_level=None, check_same_thread=False)

    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=connect,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    return _with_own_transactions(engine)


def wipe_what_goes(connection: Connection) -> None:
    """Let this connection overwrite with zeros what it deletes, from now on."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")


def empty_log(engine: Engine) -> None:
    """Bring the write-ahead log into the database and cut it to nothing, unless somebody reads an
    older moment just now; then it is overwritten as it is used again."""
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def to_oneself(engine: Engine) -> Iterator[Connection]:
    """One transaction while nobody else has the file open, for the length of a `with`; it lies in
    one file then. Raises HubInUse."""
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        try:
            raw.execute(f"PRAGMA busy_timeout = {_ALONE_MS}")
            raw.execute("PRAGMA journal_mode = DELETE")  # refused while another connection is there
            with connection.execution_options(**{_ALONE: True}).begin():
                yield connection
        except (_driver().OperationalError, OperationalError) as error:
            fault = getattr(error, "orig", error)
            if getattr(fault, "sqlite_errorcode", 0) & 0xFF == SQLITE_BUSY:
                raise HubInUse() from error
            raise


def damage(connection: Connection) -> list[str]:
    """What SQLite finds wrong in the file; every page is read and its checksum proven."""
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
    return [str(words) for words in found if words != "ok"]


def fault_words(fault: BaseException | None) -> str:
    """What the driver says is wrong, without the value that it could not read."""
    return str(fault).partition(" with text ")[0]


def is_damage(fault: BaseException | None) -> bool:
    """Whether it is the file itself that is wrong (or its key), not the way to it."""
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF in (SQLITE_CORRUPT, SQLITE_NOTADB)


def _driver() -> Any:
    from sqlcipher3 import dbapi2

    require_sound_sqlite(dbapi2.sqlite_version)
    return dbapi2


def _with_own_transactions(engine: Engine) -> Engine:
    """BEGIN is written by us: the driver's own never gives a read a stable picture."""

    def begin(connection: Connection) -> None:
        asked = connection.get_execution_options()
        kind = " EXCLUSIVE" if asked.get(_ALONE) else " IMMEDIATE" if asked.get(WRITING) else ""
        connection.exec_driver_sql("BEGIN" + kind)

    event.listen(engine, "begin", begin)
    return engine
