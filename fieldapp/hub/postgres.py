"""A PostgreSQL server behind SQLAlchemy. With `server_tables` the only module with its own SQL.

Many processes and machines may use one database. What must not happen at once is kept apart by
locks of the server, which end with the transaction, or with the connection of a process that died.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, create_engine, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from fieldapp.hub import schema
from fieldapp.hub.errors import NoPostgresDriver, UnsafeDatabase
from fieldapp.hub.server_pool import ask_the_rested

LEAST_VERSION = 14
TRUTH, VIEWS = "hub", "hub_views"
"""The schemas that hold what was received, and what follows from it."""
SECOND = "hub_views_new"
"""The schema in which that is built anew, beside the one in use."""
_BUSY = "55P03"  # lock_not_available
_CLASS = 0x56583148  # "VX1H": the first half of every lock of a hub
_ALONE, _FOLD = 1, 2
_LONG_BEHIND = 100_000
_THINGS = _CLASS + 1
_SESSION = (
    f"-c search_path={TRUTH},{VIEWS}"
    " -c lock_timeout=20s"
    " -c idle_in_transaction_session_timeout=15min"
    " -c jit=off"  # compiling takes longer than any of our short statements
)
_PROMISES = """
    SELECT current_setting('synchronous_commit'), current_setting('fsync'),
           current_setting('full_page_writes'), current_setting('server_encoding'),
           current_setting('server_version_num')::int / 10000"""
_TURN = text(f"SELECT pg_advisory_xact_lock({_CLASS}, :what)")
_TURN_IF_FREE = text(f"SELECT pg_try_advisory_xact_lock({_CLASS}, :what)")
_ONE_THING = text(f"SELECT pg_advisory_xact_lock({_THINGS}, :what)")
_ALONE_IF_FREE = text(f"SELECT pg_try_advisory_lock({_CLASS}, hashtext(:name))")
_NO_LONGER_ALONE = text(f"SELECT pg_advisory_unlock({_CLASS}, hashtext(:name))")
_device = schema.device.c
_THESE_DEVICES = (
    select(_device.no)
    .where(_device.no.in_(bindparam("devices", expanding=True)))
    .order_by(_device.no)
    .with_for_update(key_share=True)
)
READING: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""Execution options of a transaction that sees one moment."""


def is_server(connection: Connection | Engine) -> bool:
    """Whether this is PostgreSQL, and not the embedded database."""
    return connection.dialect.name == "postgresql"


def server_engine(url: str) -> Engine:
    """An engine on a database; what `url` leaves open, libpq's own files and variables say.

    Raises NoPostgresDriver; connecting raises UnsafeDatabase where a commit would not be on the
    disk.
    """
    driver = _driver()

    def connect() -> Any:
        connection = driver.connect(
            url, application_name="fieldapp hub", connect_timeout=10, options=_SESSION
        )
        try:
            _require_promises(connection.execute(_PROMISES).fetchone())
            connection.rollback()
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "postgresql+psycopg://",
        creator=connect,
        pool_size=8,
        max_overflow=8,
        isolation_level="READ COMMITTED",  # what is read after a lock is what stands then
        hide_parameters=True,
    )
    ask_the_rested(engine)
    return engine


def _require_promises(said: Sequence[Any]) -> None:
    """A receipt is a promise that survives a power cut; so must a commit."""
    commit, fsync, pages, encoding, version = said
    if version < LEAST_VERSION:
        raise UnsafeDatabase(why=f"PostgreSQL {version} is older than {LEAST_VERSION}")
    if encoding != "UTF8":
        raise UnsafeDatabase(why=f"its encoding is {encoding}, not UTF8")
    held = {"synchronous_commit": commit, "fsync": fsync, "full_page_writes": pages}
    for name, value in held.items():
        if value == "off":
            raise UnsafeDatabase(why=f"{name} is off, so a power cut could undo what it committed")


def _driver() -> Any:
    try:
        import psycopg
    except ImportError as error:
        raise NoPostgresDriver() from error
    return psycopg


def take_turn(connection: Connection) -> None:
    """Have all rare writing to oneself, until the transaction ends."""
    connection.execute(_TURN, {"what": _ALONE})


def take_devices(connection: Connection, devices: Sequence[int]) -> None:
    """Have everything of these laptops to oneself; other laptops' pages come in meanwhile.

    Their rows are locked, always in the same order: no server has room for so many locks of its
    own making, and a cluster keeps a laptop's row with its frames.
    """
    if devices:
        connection.execute(_THESE_DEVICES, {"devices": devices})


def take_things(connection: Connection, keys: Iterable[bytes]) -> None:
    """Have everything of these things to oneself; keys are hashes, taken always in one order.

    Two that happen to share a lock wait for one another, which does no harm.
    """
    for what in sorted({int.from_bytes(key[:4], "big", signed=True) for key in keys}):
        connection.execute(_ONE_THING, {"what": what})


def take_fold(connection: Connection) -> None:
    """Have the tables that follow from frames to oneself."""
    connection.execute(_TURN, {"what": _FOLD})


def take_fold_if_free(connection: Connection) -> bool:
    """The same, unless somebody else has them."""
    return bool(connection.execute(_TURN_IF_FREE, {"what": _FOLD}).scalar_one())


_HOLD_VIEWS = text(f"LOCK TABLE {VIEWS}.progress IN ACCESS SHARE MODE")


def hold_views(connection: Connection) -> None:
    """Read the tables in use until the transaction ends, whatever is put in their place meanwhile.
    To be asked for first: what is read after it is what stands then."""
    connection.execute(_HOLD_VIEWS)


def settled(table: str, number: str) -> TextClause:
    """A condition: that no transaction which still goes on could write a row before this one. Rows
    get their numbers before they are seen, so whoever reads on from a number passes over none.
    Rows long behind the newest are not asked: the age of theirs may have come round."""
    oldest = "(pg_snapshot_xmin(pg_current_snapshot())::text::bigint % 4294967296)::text::xid"
    return text(
        f"({table}.{number} < (SELECT max({number}) FROM {table}) - {_LONG_BEHIND}"  # noqa: S608  our own names
        f" OR age({table}.xmin) > age({oldest}))"
    )


def is_busy(fault: DBAPIError) -> bool:
    """Whether a lock was not to be had in time."""
    return getattr(fault.orig, "sqlstate", None) == _BUSY


@contextmanager
def alone(engine: Engine, name: str) -> Iterator[bool]:
    """Whether this process is the only one at work of this name, on any machine, for the length of
    a `with`. Ends with the connection, if the process dies."""
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        free = bool(connection.execute(_ALONE_IF_FREE, {"name": name}).scalar_one())
        try:
            yield free
        finally:
            if free:
                _let_go(connection, name)


def _let_go(connection: Connection, name: str) -> None:
    try:
        connection.execute(_NO_LONGER_ALONE, {"name": name})
    except DBAPIError:
        connection.invalidate()  # the lock went with the connection


def fault_words(fault: BaseException | None) -> str:
    """What the driver or the server says is wrong, in one line, without what was to be stored."""
    said = str(fault).strip().splitlines() or ["unknown reason"]
    return said[0].removeprefix("connection failed: ").rstrip(".")
