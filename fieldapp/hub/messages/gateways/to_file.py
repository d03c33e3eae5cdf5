"""A file that somebody takes to a telephone: one line a message, on the disk before it counts."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path

from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Outgoing, Receipt
from fieldapp.reports.files import harmless

COLUMNS = ("ref", "phone", "text")
_BOM = "\ufeff"


class ToFile:
    """Appends to a CSV file, which only its owner can read. Once it is taken away, the next line
    begins a new one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def send(self, message: Outgoing) -> Answer:
        """Append one line and wait until it is on the disk."""
        line = _line(message.ref, message.phone, message.text)
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError as error:
            return Answer(Fate.LATER, why=error.strerror or "the file cannot be opened")
        with os.fdopen(descriptor, "ab") as file:
            try:
                if file.tell() == 0:
                    line = _BOM + _line(*COLUMNS) + line
                file.write(line.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            except OSError as error:
                return Answer(Fate.UNSURE, why=error.strerror or "the disk did not take it")
        return Answer(Fate.TAKEN)

    def fate_of(self, ref: str) -> Answer:
        """The file knows, as long as it was not taken away."""
        try:
            with self._path.open(encoding="utf-8-sig", newline="") as file:
                held = any(row and row[0] == ref for row in csv.reader(file))
        except (OSError, ValueError):
            return Answer(Fate.UNSURE, why="the program ended, and the file is not there")
        return Answer(Fate.TAKEN) if held else Answer(Fate.LATER, why="the program ended before")

    def receipts(self) -> Iterator[Receipt]:
        """A telephone reports nothing."""
        return iter(())

    def close(self) -> None:
        """Nothing stays open."""


def _line(*cells: str) -> str:
    written = io.StringIO()
    csv.writer(written).writerow([harmless(cell) for cell in cells])
    return written.getvalue()
