"""Makes a hub where there is none. Where only one of database and keys is left, nothing is made:
that is a loss to be noticed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from fieldapp.hub import postgres, server_tables, unfinished, whose_database
from fieldapp.hub.edition import EDITION, make_truth, make_views
from fieldapp.hub.errors import DatabaseUnreachable, HubMissing, NoFolderForHub
from fieldapp.hub.file_lock import file_lock
from fieldapp.hub.keys import KEYS_FILE, load_keys, new_keys, store_keys
from fieldapp.hub.migrations import VERSION
from fieldapp.hub.settings import set_setting
from fieldapp.hub.sqlite_file import file_engine
from fieldapp.hub.store import (
    BEING_MADE,
    DATABASE_FILE,
    EDITION_SETTING,
    HUB_ID,
    SQLITE_FILES,
    VERSION_SETTING,
    Store,
    database_of,
    open_store,
    require_same_hub,
)


def open_or_make(
    folder: Path,
    *,
    database: str | None = None,
    random: Callable[[int], bytes] = os.urandom,
) -> Store:
    """Open a hub; make it first where the folder is missing or empty of a hub. Raises
    NoFolderForHub and what opening raises."""
    url = database_of(folder, database)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoFolderForHub(folder=folder.name, why=error.strerror or "?") from error
    with file_lock(folder):
        unfinished.must_not_be(folder)
        begun = (folder / BEING_MADE).exists() or not (folder / KEYS_FILE).exists()
        if url is not None:
            _make_on_server(folder, url, random)
        elif begun and not (folder / DATABASE_FILE).exists():
            _make(folder, random)
        return open_store(folder, database=database)


def _make(folder: Path, random: Callable[[int], bytes]) -> None:
    """Keys and database appear together: the database whole under another name, the keys, its name.

    A program that dies in between leaves either no keys, or a database that only lacks its name.
    """
    if not (folder / KEYS_FILE).exists():
        for suffix in SQLITE_FILES:
            (folder / (BEING_MADE + suffix)).unlink(missing_ok=True)
        keys, recovery_private = new_keys(random)
        _fill(Store(folder, keys, file_engine(folder / BEING_MADE, keys.database_key)))
        store_keys(folder, keys, recovery_private)
    (folder / BEING_MADE).rename(folder / DATABASE_FILE)


def _make_on_server(folder: Path, url: str, random: Callable[[int], bytes]) -> None:
    """A note that it begins, the keys, the tables with the hub's id in them, a note that it ended.

    A program that dies in between goes on at the next try.
    """
    if whose_database.is_remembered(folder):
        return
    if not (folder / KEYS_FILE).exists():
        whose_database.begin(folder, url)
        keys, recovery_private = new_keys(random)
        store_keys(folder, keys, recovery_private)
    elif not whose_database.is_begun(folder):
        raise HubMissing(folder=folder.name, what=DATABASE_FILE)
    whose_database.begin(folder, url)
    _fill(Store(folder, load_keys(folder), postgres.server_engine(url)))
    whose_database.finish(folder)


def _fill(store: Store) -> None:
    """Make the tables of a new hub."""
    try:
        with store.writing() as connection:
            if store.on_server and server_tables.has_hub(connection):
                require_same_hub(store, connection)
                return
            make_truth(connection)
            make_views(connection)
            set_setting(connection, VERSION_SETTING, str(VERSION))
            set_setting(connection, EDITION_SETTING, EDITION)
            set_setting(connection, HUB_ID, store.keys.hub_id.hex())
    except DBAPIError as error:
        raise DatabaseUnreachable(why=postgres.fault_words(error.orig)) from error
    finally:
        store.close()
