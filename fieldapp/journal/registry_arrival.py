"""A pocket registry on its way in, from a stick or by a line: no block is kept unproven.

What came half stays as `registry.vxp.part` and goes on after its last whole block. Only the whole
file takes the place of the one before.
"""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from fieldapp.journal.database import file_errors
from fieldapp.journal.errors import JournalError
from fieldapp.journal.files import sync_folder
from fieldapp.journal.journal import Journal
from fieldapp.journal.registry import (
    REGISTRY_FILE,
    RegistryUnusable,
    beginning_of,
    kept,
    read_head,
)
from fieldapp.wire.registry.head import Head

_PART = REGISTRY_FILE + ".part"


class RegistryNotNewer(JournalError):
    """An older edition must never replace a newer one: doses would seem not given."""

    happened = "This laptop already has this pocket registry, or a newer one (edition {edition})."
    safe = "Nothing was changed."
    next_step = "There is nothing to do."

    def __init__(self, edition: int) -> None:
        super().__init__(edition=edition)
        self.edition = edition


def take_file(journal: Journal, source: Path, begins_at: int = 0) -> Head:
    """Prove a registry from a stick and keep it; in a pack it begins somewhere inside the file.

    Raises RegistryUnusable, RegistryNotNewer, NotEnrolled, DiskFull."""
    try:
        beginning = beginning_of(source, begins_at)
        with source.open("rb") as file, Arriving(journal, beginning) as arriving:
            for number in arriving.missing():
                start, end = arriving.head.block_span(number)
                file.seek(begins_at + arriving.body_at + start)
                arriving.put(number, file.read(end - start))
            return arriving.finish()
    except OSError as error:
        raise RegistryUnusable(why=error.strerror or "it cannot be read") from error


class Arriving:
    """The part that is here, and what is still missing."""

    def __init__(self, journal: Journal, beginning: bytes) -> None:
        """Raises RegistryUnusable, RegistryNotNewer, NotEnrolled, DiskFull."""
        self.head = read_head(journal, beginning)
        here = kept(journal)
        if here is not None and here.head.edition >= self.head.edition:
            raise RegistryNotNewer(edition=here.head.edition)
        self.body_at = len(beginning)
        self._home = journal.home
        with file_errors(_PART):
            self._part = _part_of(journal.home / _PART, beginning)
            self._done = self._whole_blocks()
            self._part.truncate(self.body_at + self.head.block_span(self._done)[0])
            self._part.seek(0, os.SEEK_END)

    def __enter__(self) -> Arriving:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        with file_errors(_PART):
            self._part.close()

    def _whole_blocks(self) -> int:
        """How many blocks an earlier try has left, proven once more."""
        for number in range(len(self.head.blocks)):
            start, end = self.head.block_span(number)
            if not self.head.proves(number, self._part.read(end - start)):
                return number
        return len(self.head.blocks)

    def missing(self) -> range:
        """The numbers of the blocks to put, in their order."""
        return range(self._done, len(self.head.blocks))

    def put(self, number: int, block: bytes) -> None:
        """Keep the next block. Raises RegistryUnusable, DiskFull."""
        if not self.head.proves(number, block):
            raise RegistryUnusable(why="a part of it was changed or is missing")
        with file_errors(_PART):
            self._part.write(block)

    def finish(self) -> Head:
        """The whole file is here: from now on it is the one that is asked."""
        with file_errors(REGISTRY_FILE):
            self._part.flush()
            os.fsync(self._part.fileno())
            self._part.close()
            (self._home / _PART).replace(self._home / REGISTRY_FILE)
            sync_folder(self._home)
        return self.head


def _part_of(path: Path, beginning: bytes) -> BinaryIO:
    """The part of this very edition, placed after its beginning; fresh where there is none."""
    if not _begins_with(path, beginning):
        path.write_bytes(beginning)
    part = path.open("r+b")
    part.seek(len(beginning))
    return part


def _begins_with(path: Path, beginning: bytes) -> bool:
    try:
        with path.open("rb") as part:
            return part.read(len(beginning)) == beginning
    except FileNotFoundError:
        return False
