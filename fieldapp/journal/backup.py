"""A backup in one file, and its return. The file: the encrypted database, then the key slots.

    FILE = database | JSON {"keyslots", "database_bytes", "database_sha256", "made"} | its length
           as 8 bytes, its SHA-256 | magic

Nothing in it is readable without a PIN or the recovery key; a file cut short has no end mark.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fieldapp.journal.anchor import ANCHOR_FILE, Anchor, write_anchor
from fieldapp.journal.copy_return import base_in, carry_tail
from fieldapp.journal.copy_tail import TAIL_SUFFIX
from fieldapp.journal.database import file_errors
from fieldapp.journal.errors import BadBackup, JournalError
from fieldapp.journal.files import sync_folder, write_whole
from fieldapp.journal.journal import JOURNAL_FILE, Journal
from fieldapp.journal.keyslots import KEYSLOTS_FILE, parse_slots
from fieldapp.journal.new_home import new_home

MAGIC = b"fieldapp backup 1\n"
_LENGTH_BYTES, _HASH_BYTES = 8, 32
_END_BYTES = _LENGTH_BYTES + _HASH_BYTES + len(MAGIC)
_MOST_LABEL_BYTES = 1 << 20
_CHUNK = 1 << 20


class BackupExists(JournalError):
    """A backup never replaces a file."""

    happened = "There is already a file of that name."
    safe = "It was not touched, and no backup was made."
    next_step = "Choose another name for the backup."


class CannotBackUp(JournalError):
    """The place of the copy, not of the records, is at fault."""

    happened = "The backup could not be written there."
    safe = "The records themselves are as they were; there is no new backup."
    next_step = "See that the folder exists, has room and may be written to, or choose another."


@dataclass(frozen=True, slots=True)
class _Label:
    """What a backup says of itself."""

    keyslots: bytes
    database_bytes: int
    database_sha256: str


def backup(j: Journal, file: Path) -> None:
    """Write the whole journal and its key slots to a new file; whole or not at all.

    Raises BackupExists, CannotBackUp.
    """
    if file.exists():
        raise BackupExists()
    part = file.with_name(file.name + ".part")
    try:
        part.unlink(missing_ok=True)
        j.db.copy_into(part)
        _label(part, (j.home / KEYSLOTS_FILE).read_bytes(), j.clock.now().isoformat())
        part.rename(file)
        sync_folder(file.absolute().parent)
    except (OSError, JournalError) as fault:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise CannotBackUp() from fault


def restore(file: Path, home: Path) -> None:
    """Make a home from a backup; the journal goes on in a new epoch when it is opened.

    `file` may be a second copy's folder, or the medium it is on. A tail beside the file comes too.
    Raises BadBackup, HomeNotEmpty (nothing is ever overwritten), DiskFull, HomeReadOnly.
    """
    file = base_in(file) if file.is_dir() else file
    label = read_label(file)
    with new_home(home) as building, file_errors(home.name):
        _copy_database(file, label, building / JOURNAL_FILE)
        write_whole(building / KEYSLOTS_FILE, label.keyslots, durable=True)
        carry_tail(file.with_suffix(TAIL_SUFFIX), building)
        write_anchor(building, Anchor(b"", 0, b"", restored=True))
        if not (building / ANCHOR_FILE).exists():
            raise BadBackup(why="its return could not be marked")


def read_label(file: Path) -> _Label:
    """What the end of a backup says, checked. Raises BadBackup."""
    try:
        with file.open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            return _read_label(stream, size)
    except FileNotFoundError as missing:
        raise BadBackup(why="there is no such file") from missing
    except OSError as fault:
        raise BadBackup(why="it cannot be read from its disk") from fault


def _read_label(stream: BinaryIO, size: int) -> _Label:
    if size < _END_BYTES:
        raise BadBackup(why="it is too short")
    stream.seek(size - _END_BYTES)
    end = stream.read(_END_BYTES)
    if not end.endswith(MAGIC):
        raise BadBackup(why="it was cut short, or is another kind of file")
    length = int.from_bytes(end[:_LENGTH_BYTES], "big")
    if length > min(size - _END_BYTES, _MOST_LABEL_BYTES):
        raise BadBackup(why="its label is damaged")
    stream.seek(size - _END_BYTES - length)
    text = stream.read(length)
    if hashlib.sha256(text).digest() != end[_LENGTH_BYTES : _LENGTH_BYTES + _HASH_BYTES]:
        raise BadBackup(why="its label is damaged")
    label = _parse(text)
    if label.database_bytes != size - _END_BYTES - length:
        raise BadBackup(why="a part of it is missing")
    return label


def _parse(text: bytes) -> _Label:
    try:
        stored = json.loads(text)
        keyslots = json.dumps(stored["keyslots"], ensure_ascii=False, indent=1).encode()
        parse_slots(keyslots)
        return _Label(keyslots, int(stored["database_bytes"]), str(stored["database_sha256"]))
    except (ValueError, TypeError, KeyError) as error:
        raise BadBackup(why="its label is not readable") from error


def _label(part: Path, keyslots: bytes, made: str) -> None:
    with part.open("r+b") as stream:
        digest = hashlib.sha256()
        for chunk in _chunks(stream, part.stat().st_size):
            digest.update(chunk)
        text = json.dumps(
            {
                "keyslots": json.loads(keyslots),
                "database_bytes": stream.tell(),
                "database_sha256": digest.hexdigest(),
                "made": made,
            }
        ).encode()
        length = len(text).to_bytes(_LENGTH_BYTES, "big")
        stream.write(text + length + hashlib.sha256(text).digest() + MAGIC)
        stream.flush()
        os.fsync(stream.fileno())


def _copy_database(file: Path, label: _Label, target: Path) -> None:
    digest = hashlib.sha256()
    with file.open("rb") as source, target.open("xb") as copy:
        target.chmod(0o600)
        for chunk in _chunks(source, label.database_bytes):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    if digest.hexdigest() != label.database_sha256:
        raise BadBackup(why="some of its bytes are not what was written")


def _chunks(stream: BinaryIO, length: int) -> Iterator[bytes]:
    while length > 0:
        chunk = stream.read(min(_CHUNK, length))
        if not chunk:
            raise BadBackup(why="a part of it is missing")
        length -= len(chunk)
        yield chunk
