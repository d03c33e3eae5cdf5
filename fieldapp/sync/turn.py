"""One sync at a time on a home: by threads of this program and by any other program.

A lock of the operating system on a file of its own, so that a dead program never keeps it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.journal.process_lock import take_lock
from fieldapp.sync.errors import SyncRunning

TURN_FILE = "sync.lock"


@contextmanager
def turn(home: Path) -> Iterator[None]:
    """Hold the turn for the length of a `with`. Raises SyncRunning, HomeMissing, HomeReadOnly."""
    held = take_lock(home, TURN_FILE)
    if held is None:
        raise SyncRunning
    try:
        yield
    finally:
        os.close(held)
