"""Moves a hub from SQLite in its folder to PostgreSQL, where many processes may serve it.

Until the server has everything, and its tables say what the old ones said, the file in the folder
is the hub; after that it is kept under another name. Killed at any moment it does no harm: the same
command does it again, or the rest of it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from fieldapp.hub import copying, postgres, schema, server_tables, sqlite_file, whose_database
from fieldapp.hub.edition import make_truth, make_views
from fieldapp.hub.errors import (
    DatabaseDamaged,
    DatabaseHasHub,
    DatabaseUnreachable,
    MovedDiffers,
    NowhereToMove,
)
from fieldapp.hub.file_lock import file_lock
from fieldapp.hub.fold.digest import differing
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.keys import load_keys
from fieldapp.hub.running import unix_time
from fieldapp.hub.settings import setting
from fieldapp.hub.store import DATABASE_FILE, HUB_ID, Store, newest_place, open_store
from fieldapp.hub.web.audit import OPERATOR, note

KEPT_FILE = DATABASE_FILE + ".moved"


@dataclass(frozen=True, slots=True)
class Moved:
    """How many pages the hub has, and where its old file is now."""

    pages: int
    kept: str = KEPT_FILE


def move(data: Path, database: str | None, *, now_s: Callable[[], int] = unix_time) -> Moved:
    """Move the hub of this folder into an empty database; nobody serves it meanwhile.

    Raises NowhereToMove, HubInUse, DatabaseHasHub, MovedDiffers, DatabaseUnreachable; OtherDatabase
    where it is on another server already; and what opening the hub raises.
    """
    url = whose_database.checked(database)
    if url is None:
        raise NowhereToMove()
    whose_database.database_of(data, url, is_sqlite=False)
    with file_lock(data):
        if not whose_database.is_remembered(data):
            _move(data, url, now_s())
        with suppress(FileNotFoundError):
            (data / DATABASE_FILE).replace(data / KEPT_FILE)
    with closing(open_store(data)) as store, store.reading() as connection:
        return Moved(newest_place(connection))


def _move(data: Path, url: str, now_s: int) -> None:
    with closing(open_store(data)) as here:
        catch_up(here)
    there = Store(data, load_keys(data), postgres.server_engine(url))
    engine = sqlite_file.file_engine(data / DATABASE_FILE, there.keys.database_key)
    try:
        with sqlite_file.to_oneself(engine) as source:
            _carry_over(source, there, url, now_s)
            whose_database.finish(data)
    except DBAPIError as error:
        if sqlite_file.is_damage(error.orig):
            why = sqlite_file.fault_words(error.orig)
            raise DatabaseDamaged(folder=data.name, why=why) from error
        raise DatabaseUnreachable(why=postgres.fault_words(error.orig)) from error
    finally:
        engine.dispose()
        there.close()


def _carry_over(source: Connection, there: Store, url: str, now_s: int) -> None:
    """All that was received and decided in one transaction; then what follows from it."""
    with there.writing() as target:
        _make_room(target, there, url)
        whose_database.begin(there.folder, url)
        make_truth(target)
        make_views(target)
        server_tables.make_months_of(target, source.scalars(select(schema.frame.c.received_s)))
        copying.copy_all(source, target)
        _require_same(copying.differing(source, target))
        note(target, there.keys, now_s, OPERATOR, "hub-moved", "", "SQLite → PostgreSQL")
    catch_up(there)
    with there.reading() as target:
        _require_same(differing(source, target))


def _make_room(target: Connection, there: Store, url: str) -> None:
    """What a run left here that was cut short goes; any other hub stays."""
    if not server_tables.has_hub(target):
        return
    ours = setting(target, HUB_ID) == there.keys.hub_id.hex()
    if not (ours and whose_database.begun_on(there.folder) == url):
        raise DatabaseHasHub()
    server_tables.drop_hub(target)


def _require_same(tables: list[str]) -> None:
    if tables:
        raise MovedDiffers(tables=", ".join(tables))
