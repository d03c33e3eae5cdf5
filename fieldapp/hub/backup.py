"""The hub's backup, made while it serves; `put_back` makes a hub of one after a disaster.

    hub.db or hub.dump   the records, in SQLCipher's own form or PostgreSQL's
    backup.json          whose they are, when, how far
    messages/            texts and settings

The keys are not in it: whoever finds a copy of a SQLite hub has nothing. Keep hub-keys.json in
another place, with erasures.jsonl as it is newest; putting back needs both.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fieldapp.hub import whose_database
from fieldapp.hub.errors import (
    BackupFailed,
    BackupUnreadable,
    FolderNotEmpty,
    NoPostgresTools,
    PostgresToolsTooOld,
)
from fieldapp.hub.postgres import TRUTH, VIEWS
from fieldapp.hub.running import unix_time
from fieldapp.hub.sqlite_file import file_engine
from fieldapp.hub.store import DATABASE_FILE, Store, newest_place, open_store

NOTE, DUMP_FILE, MESSAGES = "backup.json", "hub.dump", "messages"
BEING_MADE = ".new"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `pages`: how many it holds."""

    hub: str
    made_s: int
    pages: int
    on_server: bool


def make(
    data: Path,
    to: Path,
    *,
    database: str | None = None,
    now_s: Callable[[], int] = unix_time,
) -> Backup:
    """Write a backup of one moment into a new folder, also while the hub serves.

    Raises FolderNotEmpty, BackupFailed, NoPostgresTools, and what opening the hub raises.
    """
    if to.exists() and any(to.iterdir()):
        raise FolderNotEmpty(folder=to.name)
    store = open_store(data, database=database)
    try:
        with store.reading() as connection:
            pages = newest_place(connection)
        made = Backup(store.keys.hub_id.hex(), now_s(), pages, store.on_server)
        to.mkdir(mode=0o700, parents=True, exist_ok=True)
        if store.on_server:
            _dump(whose_database.server_of(data, database), to / DUMP_FILE)
        else:
            _copy(store, to / DATABASE_FILE)
        copy_messages(data, to)
        (to / NOTE).write_text(json.dumps(asdict(made), indent=1) + "\n", "utf-8")
    except OSError as error:
        raise BackupFailed(why=error.strerror or type(error).__name__) from error
    finally:
        store.close()
    return made


def _copy(store: Store, to: Path) -> None:
    """SQLite's own way: one moment, page by page, while others write."""
    being_made = to.with_name(to.name + BEING_MADE)
    target = file_engine(being_made, store.keys.database_key)
    try:
        with store.engine.connect() as source, target.connect() as copy:
            ours: Any = source.connection.driver_connection
            theirs: Any = copy.connection.driver_connection
            ours.backup(theirs)
            theirs.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.dispose()
    on_disk(being_made)
    being_made.replace(to)


def _dump(url: str, to: Path) -> None:
    schemas = [f"--schema={name}" for name in (TRUTH, VIEWS)]
    being_made = to.with_name(to.name + BEING_MADE)
    run_tool(
        [
            "pg_dump",
            "--format=custom",
            "--no-owner",
            "--no-acl",
            *schemas,
            f"--file={being_made}",
            url,
        ]
    )
    on_disk(being_made)
    being_made.replace(to)


def on_disk(file: Path) -> None:
    """A power cut takes nothing of it back."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def copy_messages(source: Path, to: Path) -> None:
    """Texts and settings, whole or not at all."""
    if not (source / MESSAGES).is_dir():
        return
    being_made = to / (MESSAGES + BEING_MADE)
    shutil.rmtree(being_made, ignore_errors=True)
    shutil.copytree(source / MESSAGES, being_made)
    being_made.replace(to / MESSAGES)


def run_tool(command: Sequence[str]) -> None:
    """One of PostgreSQL's own programs; its first line is why it failed."""
    try:
        subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  fixed programs; no shell
    except FileNotFoundError as error:
        raise NoPostgresTools(program=command[0]) from error
    except subprocess.CalledProcessError as error:
        raise _why(command[0], (error.stderr or "").strip().splitlines()) from error


def _why(program: str, said: Sequence[str]) -> BackupFailed:
    """What one of PostgreSQL's programs wrote, as our words."""
    first, detail = [*said, "unknown reason", ""][:2]
    if "server version mismatch" in first:
        why = detail.removeprefix(f"{program}: detail: ")
        return PostgresToolsTooOld(program=program, why=why)
    return BackupFailed(why=first.removeprefix(f"{program}: error: "))


def read_note(folder: Path) -> Backup:
    """What a backup says of itself. Raises BackupUnreadable."""
    try:
        return Backup(**json.loads((folder / NOTE).read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BackupUnreadable(folder=folder.name) from error
