"""One program at a time sends: a lock of the operating system, or of the server that all machines
share. Either dies with its program."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.hub.messages.errors import AlreadySending
from fieldapp.hub.messages.settings import FOLDER
from fieldapp.hub.store import Store

LOCK_FILE = "sending.lock"


@contextmanager
def alone(store: Store) -> Iterator[None]:
    """Hold the lock for the length of a `with`. Raises AlreadySending at once if another does."""
    with store.alone("messages") as free:
        if not free:
            raise AlreadySending()
        with alone_on_this_machine(store.folder / FOLDER):
            yield


@contextmanager
def alone_on_this_machine(folder: Path) -> Iterator[None]:
    """The same among the programs that share a folder."""
    folder.mkdir(mode=0o700, exist_ok=True)
    descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _take(descriptor)
        except OSError as held:
            raise AlreadySending() from held
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
