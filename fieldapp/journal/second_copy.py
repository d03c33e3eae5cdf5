"""The second copy: a base and a growing tail on an SD card or USB stick, after every dose.

    MEDIUM/fieldapp-copy-XXXXXXXX/journal-N.backup   a whole backup (see backup.py)
                                 /journal-N.tail     every event since (see copy_tail.py)

N grows when the base no longer tells enough: another user, PIN or hub, or a tail grown long. An
older pair goes only when the newer one holds all of it; a clone's or a later state's stays.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fieldapp.journal import settings
from fieldapp.journal.backup import backup
from fieldapp.journal.copy_return import (
    FOLDER_PREFIX,
    PRACTICE_PREFIX,
    SETTING,
    UNFINISHED_COPY,
    numbers_in,
    pair,
)
from fieldapp.journal.copy_tail import MOST_EVENTS, Page, append_page, last_page
from fieldapp.journal.database import Database
from fieldapp.journal.entries import epoch_of, epochs, position, position_of, seq_of
from fieldapp.journal.errors import JournalError
from fieldapp.journal.files import sync_folder
from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import KEYSLOTS_FILE
from fieldapp.wire.chain import salt_block

_KEY_BYTES, _NAME_BYTES = 32, 4
_LONG_TAIL_BYTES = 4 << 20
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class MediumMissing(JournalError):
    """The card or stick is not in, or does not do what is asked of it."""

    happened = "The second copy’s card or stick is not there."
    safe = "Every record is saved on this laptop; only the second copy is behind."
    next_step = "Put it in again, or choose another. You can go on recording."


class MediumFull(JournalError):
    """No room on the medium."""

    happened = "The second copy’s card or stick is full."
    safe = "Every record is saved on this laptop; only the second copy is behind."
    next_step = "Make room on it, or choose another. You can go on recording."


@dataclass(frozen=True, slots=True)
class Place:
    """Which folder of which medium, and the key of what is written there."""

    folder: Path
    key: bytes


@dataclass(frozen=True, slots=True)
class CopyState:
    """What the second copy holds: dose records, and every event of the journal up to `pos`."""

    doses: int
    pos: int


def choose(j: Journal, medium: Path) -> Place:
    """Keep the second copy on this medium from now on. Raises MediumMissing, MediumFull."""
    prefix = PRACTICE_PREFIX if j.team.made_up else FOLDER_PREFIX
    name = prefix + j.random(_NAME_BYTES).hex()
    with _medium_errors():
        folder = medium.resolve(strict=True) / name
        folder.mkdir()
    place = Place(folder, j.random(_KEY_BYTES))
    stored = {"folder": str(folder), "key": place.key.hex()}
    settings.write(j.db, SETTING, json.dumps(stored).encode())
    return place


def chosen(db: Database) -> Place | None:
    """Where the second copy is kept; None when nothing was chosen."""
    stored = settings.read(db, SETTING)
    if not stored:
        return None
    told = json.loads(stored)
    return Place(Path(told["folder"]), bytes.fromhex(told["key"]))


def forget(j: Journal) -> None:
    """Keep no second copy any more; what is on the medium stays there."""
    settings.write(j.db, SETTING, b"")


@dataclass(frozen=True, slots=True)
class _Written:
    """A tail that this program wrote itself, and how far: nobody else appends to it."""

    file: Path
    length: int
    last: Page


class SecondCopy:
    """Brings the copy up to the journal. One thread at a time; slow media keep nobody waiting."""

    def __init__(self, journal: Journal) -> None:
        self._j = journal
        self._written: _Written | None = None

    def catch_up(self) -> CopyState | None:
        """Write what the medium lacks; None when no medium was chosen.

        Raises MediumMissing, MediumFull. The journal is not touched, and held only while read.
        """
        place = chosen(self._j.db)
        if place is None:
            return None
        with _medium_errors():
            written = self._fit(place)
            while (page := _next_page(self._j, written.last)) is not None:
                length = append_page(written.file, place.key, page, written.length)
                written = self._written = _Written(written.file, length, page)
        return CopyState(_doses_up_to(self._j.db, written.last.pos), written.last.pos)

    def _fit(self, place: Place) -> _Written:
        """The tail to go on with: our own, the one found there, or a new one on a new base."""
        if not place.folder.is_dir():
            raise MediumMissing()  # never made here: it might be an empty mount point
        stamp, known = _stamp(self._j), self._written
        if known and known.last.stamp == stamp and _still_there(known, place):
            return known
        self._written = self._found(place, stamp) or self._new_base(place, stamp)
        return self._written

    def _found(self, place: Place, stamp: bytes) -> _Written | None:
        numbers = numbers_in(place.folder)
        if not numbers:
            return None
        base, tail = pair(place.folder, numbers[-1])
        last = last_page(tail, place.key) if tail.exists() else None
        if last is None or last[0].stamp != stamp or not _is_ours(self._j.db, last[0]):
            return None
        if last[1] > max(_LONG_TAIL_BYTES, base.stat().st_size):
            return None
        return _Written(tail, last[1], last[0])

    def _new_base(self, place: Place, stamp: bytes) -> _Written:
        older = numbers_in(place.folder)
        number = older[-1] + 1 if older else 1
        base, tail = pair(place.folder, number)
        part = base.with_suffix(".part")
        first = _copy_whole(self._j, part, stamp)
        length = append_page(tail, place.key, first, 0)
        part.rename(base)  # last: a pair counts from here on
        sync_folder(place.folder)
        for old in older:
            self._drop(place, old)
        return _Written(tail, length, first)

    def _drop(self, place: Place, number: int) -> None:
        base, tail = pair(place.folder, number)
        last = last_page(tail, place.key) if tail.exists() else None
        if last is not None and _is_ours(self._j.db, last[0]):
            base.unlink(missing_ok=True)
            tail.unlink(missing_ok=True)


def _still_there(written: _Written, place: Place) -> bool:
    file = written.file
    return file.parent == place.folder and file.exists() and file.stat().st_size >= written.length


def _copy_whole(j: Journal, file: Path, stamp: bytes) -> Page:
    """A base on the medium, by way of the laptop's own disk, so that recording hardly waits."""
    near = j.home / UNFINISHED_COPY
    near.unlink(missing_ok=True)
    try:
        with j.db.held():
            pos = j.db.number("SELECT max(pos) FROM entry")
            backup(j, near)
        shutil.copyfile(near, file)
    finally:
        near.unlink(missing_ok=True)
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
    return Page(stamp, pos, _id_at(j.db, pos))


def _next_page(j: Journal, last: Page) -> Page | None:
    with j.db.held():
        entries = j.db.rows(
            "SELECT pos, header, body, commitment, id FROM entry WHERE pos > ? "
            "ORDER BY pos LIMIT ?",
            last.pos,
            MOST_EVENTS,
        )
        if not entries or _stamp(j) != last.stamp:
            return None  # the next time begins with a new base
        first, end = entries[0][0], entries[-1][0]
        block = position(epoch_of(first), salt_block(seq_of(first)))
        seeds = j.db.rows(
            "SELECT block, seed FROM salt_seed WHERE block >= ? AND block <= ?", block, end
        )
        names = [row for row in epochs(j.db) if epoch_of(first) <= row[0] <= epoch_of(end)]
    return Page(last.stamp, end, entries[-1][4], tuple(names), tuple(seeds), tuple(entries))


def _stamp(j: Journal) -> bytes:
    """Changes with what only a base tells: users and PINs, team, hub."""
    told = hashlib.sha256((j.home / KEYSLOTS_FILE).read_bytes())
    for name, value in j.db.rows("SELECT name, value FROM setting ORDER BY name"):
        told.update(repr((name, value)).encode())
    return told.digest()


def _is_ours(db: Database, page: Page) -> bool:
    """Whether all that a tail holds is in this journal: not a clone's, not a later state's."""
    return page.pos == 0 or position_of(db, page.id) == page.pos


def _id_at(db: Database, pos: int) -> bytes:
    found = db.row("SELECT id FROM entry WHERE pos = ?", pos)
    return b"" if found is None else bytes(found[0])


def _doses_up_to(db: Database, pos: int) -> int:
    return db.number("SELECT count(*) FROM dose WHERE given = 1 AND no <= ?", pos)


@contextmanager
def _medium_errors() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        if fault.errno in _FULL:
            raise MediumFull() from fault
        raise MediumMissing() from fault
