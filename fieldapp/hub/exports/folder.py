"""A folder that appears whole or not at all, with files that only their owner may read."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from fieldapp.hub.errors import FileUnwritable, HubError

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends


class FolderTaken(HubError):
    """An export never mixes with what is there already."""

    happened = "The folder {folder} is there already and not empty."
    safe = "Nothing was written."
    next_step = "Name a folder that is not there yet."


@dataclass
class Outgoing:
    """One file being written: its lines, counted and summed up as they go."""

    name: str
    stream: TextIOWrapper
    lines: int = 0
    sum: Any = field(default_factory=hashlib.sha256)

    def add(self, line: str) -> None:
        """One line more."""
        self.stream.write(line + "\n")
        self.sum.update(line.encode() + b"\n")
        self.lines += 1


@dataclass
class Folder:
    """The files of one export, in the order in which they were begun."""

    path: Path
    files: dict[str, Outgoing] = field(default_factory=dict)

    def file(self, name: str) -> Outgoing:
        """The file of this name; it is begun when it is first asked for."""
        if name not in self.files:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
            descriptor = os.open(self.path / name, flags, 0o600)
            stream = os.fdopen(descriptor, "w", encoding="utf-8", newline="\n")
            self.files[name] = Outgoing(name, stream)
        return self.files[name]

    def close(self) -> None:
        """Let the files go."""
        for file in self.files.values():
            file.stream.close()


@contextmanager
def writing(out: Path) -> Iterator[Folder]:
    """A folder beside `out` that takes its name when the `with` ends well, and goes when it does
    not. Raises FolderTaken, FileUnwritable."""
    partial = out.with_name(out.name + ".partial")
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise FolderTaken(folder=out.name)
        if partial.exists():
            shutil.rmtree(partial)  # left behind by a run that was killed
        out.parent.mkdir(parents=True, exist_ok=True)
        partial.mkdir(mode=0o700)
        folder = Folder(partial)
        try:
            yield folder
        finally:
            folder.close()
        if out.exists():
            out.rmdir()
        partial.rename(out)
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise FileUnwritable(file=out.name, why=why) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
