"""Small files of a home, written so that a power cut leaves the old one or the new one."""

from __future__ import annotations

import json
import os
from pathlib import Path

from fieldapp.journal.database import file_errors


def write_whole(path: Path, content: bytes, *, durable: bool) -> None:
    """Replace a file at once. With `durable` it is on the disk when this returns.

    Raises DiskFull, HomeReadOnly, HomeMissing.
    """
    fresh = path.with_name(path.name + ".new")
    with file_errors(path.name):
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        fresh.replace(path)
        if durable:
            sync_folder(path.parent)


def write_json(path: Path, value: object) -> None:
    """Durably write a value as JSON."""
    write_whole(path, json.dumps(value, ensure_ascii=False, indent=1).encode(), durable=True)


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable, where the system can (not on Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
