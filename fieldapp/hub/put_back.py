"""Makes a hub of a backup, after a disaster; killed at any moment it is done by the same command
again, and until then nobody takes what is there for a hub."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from fieldapp.hub import generation, postgres, server_tables, unfinished, whose_database
from fieldapp.hub.backup import (
    BEING_MADE,
    DUMP_FILE,
    MESSAGES,
    Backup,
    copy_messages,
    on_disk,
    read_note,
    run_tool,
)
from fieldapp.hub.erasure import again
from fieldapp.hub.errors import (
    BackupFailed,
    DatabaseHasHub,
    DatabaseUnreachable,
    FolderNotEmpty,
    HubError,
    OtherHub,
)
from fieldapp.hub.file_lock import file_lock
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.keys import HubKeys, load_keys
from fieldapp.hub.running import unix_time
from fieldapp.hub.settings import setting
from fieldapp.hub.store import DATABASE_FILE, HUB_ID, SQLITE_FILES, Store, open_unfinished
from fieldapp.hub.web.audit import OPERATOR, note


def put_back(
    backup: Path,
    data: Path,
    *,
    database: str | None = None,
    now_s: Callable[[], int] = unix_time,
) -> Backup:
    """Make the hub of a folder that holds its keys and no records what it was at a backup.

    What laptops sent since then they send again by themselves; who was erased since then is erased
    again here, by the ledger in the folder. Raises BackupUnreadable, HubMissing (no keys),
    OtherHub, FolderNotEmpty, DatabaseHasHub, OtherDatabase, DatabaseUnreachable, BackupFailed,
    NoPostgresTools, LedgerDamaged.
    """
    made, keys = read_note(backup), load_keys(data)
    if made.hub != keys.hub_id.hex():
        raise OtherHub(there=made.hub, here=keys.hub_id.hex(), folder=data.name)
    with file_lock(data):
        if made.on_server:
            _load(backup / DUMP_FILE, data, keys, whose_database.server_of(data, database))
        else:
            _put(backup / DATABASE_FILE, data / DATABASE_FILE)
        _copy_texts(backup, data)
        with closing(open_unfinished(data)) as store:
            _begin_life(store, made, now_s())
        unfinished.end(data)
    return made


def _put(source: Path, to: Path) -> None:
    """The records as a file; whatever a try left that was cut off goes first."""
    taken = to.exists() or whose_database.is_remembered(to.parent)
    if taken and not unfinished.is_so(to.parent):
        raise FolderNotEmpty(folder=to.parent.name)
    unfinished.begin(to.parent)
    for suffix in SQLITE_FILES:
        to.with_name(to.name + suffix).unlink(missing_ok=True)
    being_made = to.with_name(to.name + BEING_MADE)
    try:
        shutil.copyfile(source, being_made)
        being_made.chmod(0o600)
        on_disk(being_made)
        being_made.replace(to)
    except OSError as error:
        being_made.unlink(missing_ok=True)
        unfinished.end(to.parent)
        raise BackupFailed(why=error.strerror or type(error).__name__) from error


def _load(dump: Path, data: Path, keys: HubKeys, url: str) -> None:
    """Into an empty database, whole or not at all."""
    _make_room(Store(data, keys, postgres.server_engine(url)), url)
    unfinished.begin(data, url)
    try:
        run_tool(["pg_restore", "--no-owner", "--single-transaction", f"--dbname={url}", str(dump)])
    except HubError:
        unfinished.end(data)
        raise
    whose_database.begin(data, url)
    whose_database.finish(data)


def _make_room(there: Store, url: str) -> None:
    """What a try left in the database that was cut off goes; any other hub stays."""
    try:
        with closing(there), there.writing() as connection:
            if not server_tables.has_hub(connection):
                return
            ours = setting(connection, HUB_ID) == there.keys.hub_id.hex()
            if not (ours and unfinished.is_in(there.folder, url)):
                raise DatabaseHasHub()
            server_tables.drop_hub(connection)
    except DBAPIError as error:
        raise DatabaseUnreachable(why=postgres.fault_words(error.orig)) from error


def _copy_texts(backup: Path, data: Path) -> None:
    """Those that are there are newer."""
    try:
        if not (data / MESSAGES).exists():
            copy_messages(backup, data)
    except OSError as error:
        raise BackupFailed(why=error.strerror or type(error).__name__) from error


def _begin_life(store: Store, made: Backup, now_s: int) -> None:
    with store.writing() as connection:
        generation.begin(connection, made.made_s, now_s)
        pages = f"{made.pages} pages"
        note(connection, store.keys, now_s, OPERATOR, "hub-restored", "", pages)
    catch_up(store)
    again.compare(store, now_s)
