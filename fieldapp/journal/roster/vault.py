"""The roster's encrypted file: opened when its key is lent, shut when the lease has ended.

Two connections, so that a search does not wait while a segment is applied.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.domain.client import Document
from fieldapp.journal.database import Database, open_database
from fieldapp.journal.errors import JournalDamaged
from fieldapp.journal.roster.tables import EDITION, LATER, STATEMENTS
from fieldapp.wire.bookings import Session

ROSTER_FILE = "roster.db"
_PARTS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class OpenRoster:
    """The open file: one connection to read, one to apply segments.

    `texts` are those of `word` read so far. `shown`: by ref, the document by which somebody was
    found since the file was opened; nothing else holds it. `booked`: by region, the list of
    bookings read last, as it is stored and what it says.
    """

    reader: Database
    writer: Database
    texts: dict[int, str] = field(default_factory=dict)
    shown: dict[bytes, Document] = field(default_factory=dict)
    booked: dict[str, tuple[bytes, tuple[Session, ...]]] = field(default_factory=dict)


class Vault:
    """The roster file of one home. Any thread."""

    def __init__(self, home: Path) -> None:
        self._file = home / ROSTER_FILE
        self._lock = threading.Lock()
        self._key = b""
        self._open: OpenRoster | None = None

    def opened(self, key: bytes) -> OpenRoster:
        """The file under this key; made empty where there is none, or one that cannot be read."""
        with self._lock:
            if self._open is None or self._key != key:
                self._shut()
                self._open, self._key = self._fresh(key), key
            return self._open

    def close(self) -> None:
        """Shut the file and forget its key."""
        with self._lock:
            self._shut()

    @property
    def bytes_on_disk(self) -> int:
        """How much room the file takes."""
        parts = [self._file.with_name(self._file.name + part) for part in _PARTS]
        return sum(part.stat().st_size for part in parts if part.exists())

    def _shut(self) -> None:
        if self._open is not None:
            self._open.reader.close()
            self._open.writer.close()
        self._open, self._key = None, b""

    def _fresh(self, key: bytes) -> OpenRoster:
        """What is damaged, of another key or another program's is pulled again, not mended."""
        if self._file.exists():
            with suppress(JournalDamaged):
                return self._whole(key)
            self._throw_away()
        writer = open_database(self._file, key, create=True)
        with writer.transaction():
            for statement in STATEMENTS:
                writer.run(statement)
            writer.run(f"PRAGMA user_version = {EDITION}")
        writer.close()
        return self._whole(key)

    def _whole(self, key: bytes) -> OpenRoster:
        writer = open_database(self._file, key)
        if writer.number("PRAGMA user_version") != EDITION:
            writer.close()
            raise JournalDamaged(what="another program's roster", first_bad=None)
        with writer.transaction():
            for statement in LATER:
                writer.run(statement)
        writer.run("PRAGMA synchronous = NORMAL")  # what a power cut takes back is pulled again
        return OpenRoster(open_database(self._file, key), writer)

    def _throw_away(self) -> None:
        for part in _PARTS:
            self._file.with_name(self._file.name + part).unlink(missing_ok=True)
