"""One process at a time on a home: a lock of the operating system, held until let go or dead."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from fieldapp.journal.database import file_errors
from fieldapp.journal.errors import AlreadyOpen

LOCK_FILE = "lock"


class ProcessLock:
    """Held from construction to `release`; of a dead process the system lets go by itself."""

    def __init__(self, home: Path) -> None:
        """Raises AlreadyOpen, HomeMissing, HomeReadOnly."""
        held = take_lock(home, LOCK_FILE)
        if held is None:
            raise AlreadyOpen()
        self._descriptor = held

    def release(self) -> None:
        """Let the next process in; safe to repeat."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def take_lock(home: Path, name: str) -> int | None:
    """Lock a file of a home; the descriptor that holds it until it is closed, None if another
    does. Raises HomeMissing, HomeReadOnly."""
    with file_errors(home.name):
        descriptor = os.open(home / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
