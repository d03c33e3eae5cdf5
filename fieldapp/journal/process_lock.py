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
        with file_errors(home.name):
            self._descriptor = os.open(home / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._descriptor)
        except OSError as held:
            os.close(self._descriptor)
            raise AlreadyOpen() from held

    def release(self) -> None:
        """Let the next process in; safe to repeat."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
