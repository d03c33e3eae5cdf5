"""A home from the second copy alone: the base at once, the tail when somebody has unlocked it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from fieldapp.journal import settings
from fieldapp.journal.copy_tail import TAIL_SUFFIX, Page, read_pages
from fieldapp.journal.database import Database, file_errors
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.errors import BadBackup
from fieldapp.journal.projections.apply import apply
from fieldapp.wire.events import decode_body, decode_header

FOLDER_PREFIX, BASE_SUFFIX = "fieldapp-copy-", ".backup"
PRACTICE_PREFIX = "fieldapp-practice-copy-"
"""Never found where a lost laptop is to come back from; only named."""

RETURNING_FILE = "returning.tail"
SETTING = "second-copy"
UNFINISHED_COPY = "second-copy.new"
"""A base on its way to the medium; a cut leaves it behind."""


def pair(folder: Path, number: int) -> tuple[Path, Path]:
    """Base and tail of that number."""
    stem = f"journal-{number}"
    return folder / f"{stem}{BASE_SUFFIX}", folder / f"{stem}{TAIL_SUFFIX}"


def numbers_in(folder: Path) -> list[int]:
    """The numbers of the bases in a second copy's folder, oldest first."""
    stems = [base.stem.removeprefix("journal-") for base in folder.glob(f"journal-*{BASE_SUFFIX}")]
    return sorted(int(stem) for stem in stems if stem.isdecimal())


def base_in(place: Path) -> Path:
    """The newest base of the one second copy here. Raises BadBackup for none and for several."""
    folders = [place, *sorted(place.glob(f"{FOLDER_PREFIX}*"))]
    found = [folder for folder in folders if numbers_in(folder)]
    if not found:
        raise BadBackup(why="no second copy is in this folder")
    if len(found) > 1:
        names = ", ".join(folder.name for folder in found)
        raise BadBackup(why=f"there are several, name one of {names}")
    return pair(found[0], numbers_in(found[0])[-1])[0]


def carry_tail(tail: Path, building: Path) -> None:
    """Put a copy's tail into a home that is being made. Raises DiskFull and the like."""
    with file_errors(tail.name):
        if tail.exists():
            shutil.copyfile(tail, building / RETURNING_FILE)


def fold_in(db: Database, home: Path) -> int:
    """Take the events of a waiting tail into the journal, once; how many. The chain's own check
    comes after and judges them like any others.
    """
    tail, stored = home / RETURNING_FILE, settings.read(db, SETTING)
    if not tail.exists() or not stored:
        return 0
    taken = 0
    with db.transaction(), file_errors(tail.name):
        for page, _ in read_pages(tail, bytes.fromhex(json.loads(stored)["key"])):
            taken += _take(db, page)
    with file_errors(tail.name):
        tail.unlink()
    return taken


def _take(db: Database, page: Page) -> int:
    db.run_many("INSERT OR IGNORE INTO epoch (no, epoch) VALUES (?, ?)", page.epochs)
    db.run_many("INSERT OR IGNORE INTO salt_seed (block, seed) VALUES (?, ?)", page.seeds)
    newest = db.number("SELECT max(pos) FROM entry")
    fresh = [row for row in page.entries if row[0] > newest]
    for pos, header_bytes, body, commitment, event_id in fresh:
        db.run(
            "INSERT INTO entry (pos, header, body, commitment, id) VALUES (?, ?, ?, ?, ?)",
            pos,
            header_bytes,
            body,
            commitment,
            event_id,
        )
        header = decode_header(header_bytes)
        fact = None if body is None else decode_body(header.type, header.version, body)
        apply(db, JournalEntry(pos, event_id, header, fact))
    return len(fresh)
