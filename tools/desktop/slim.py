"""Libraries without what only debuggers read: a fifth of the folder, on Linux."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tools.desktop.used import Entry

_ELF = b"\x7fELF"


def slimmed(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same entries, from copies without debug sections; what is no library stays as it is."""
    return [_slim(entry, folder) for entry in entries]


def _slim(entry: Entry, folder: Path) -> Entry:
    place, origin, kind = entry
    if kind == "SYMLINK" or _was_repaired(origin) or not is_library(Path(origin)):
        return entry
    copy = folder / f"{hashlib.sha256(origin.encode()).hexdigest()[:16]}-{Path(origin).name}"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-debug", "-o", str(copy), origin], check=True)
    return place, str(copy), kind


def _was_repaired(origin: str) -> bool:
    """Libraries that a wheel brings beside itself were changed so that `strip` breaks them."""
    return Path(origin).parent.name.endswith(".libs")


def is_library(file: Path) -> bool:
    """Whether the file is a program or library of Linux."""
    if not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(len(_ELF)) == _ELF
