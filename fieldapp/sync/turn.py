"""One sync at a time on a home: by threads of this program and by any other program.

A lock of the operating system on a file of its own, so that a dead program never keeps it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.journal.database import file_errors
from fieldapp.sync.errors import SyncRunning

TURN_FILE = "sync.lock"


@contextmanager
def turn(home: Path) -> Iterator[None]:
    """Hold the turn for the length of a `with`. Raises SyncRunning, HomeMissing, HomeReadOnly."""
    with file_errors(home.name):
        descriptor = os.open(home / TURN_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _take(descriptor)
        except OSError as held:
            raise SyncRunning from held
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
