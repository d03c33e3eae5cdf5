"""Counts what a task costs the hands: scans, keys, and fields that are typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Effort:
    """What was done since the start; `str` is how the figures are told."""

    scans: int = 0
    keys: int = 0
    typed: int = 0

    def __str__(self) -> str:
        parts = (f"{self.scans} scans", f"{self.typed} typed", f"{self.keys} keys")
        return " + ".join(part for part in parts if not part.startswith("0"))

    @contextmanager
    def of(self, task: str) -> Iterator[Effort]:
        """Count a task from nothing, and print what it cost (`pytest -s` shows it)."""
        self.scans = self.keys = self.typed = 0
        yield self
        print(f"effort: {task}: {self}")
