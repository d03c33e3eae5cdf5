"""One program at a time sends: a lock of the operating system, or of the server that all machines
share. Either dies with its program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.hub.file_lock import lock_if_free
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
    with lock_if_free(folder, LOCK_FILE) as free:
        if not free:
            raise AlreadySending()
        yield
