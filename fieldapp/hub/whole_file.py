"""Files that appear whole or not at all, and are on the medium when their name is: what goes on a
stick may be taken out when the hub says that it is written, and a power cut takes nothing back.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_ANYBODY = 0o666  # less what the operator's umask takes away
OWNER = 0o600


@contextmanager
def whole_file(file: Path, mode: int = _ANYBODY) -> Iterator[BinaryIO]:
    """What to write into. Where anything goes wrong, a file of before stays, and nothing else of
    it. Raises OSError."""
    fresh = file.with_name(file.name + ".new")
    with suppress(FileNotFoundError):
        fresh.unlink()  # one left behind could have looser permissions
    try:
        with os.fdopen(os.open(fresh, _NEW, mode), "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
        sync_names(file.parent)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def sync_names(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system can: not on Windows, nor on shares
    that know no such thing."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            with suppress(OSError):
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
