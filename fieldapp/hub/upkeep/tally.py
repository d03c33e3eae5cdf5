"""What the hub counts about itself while it runs: numbers alone, under names that are all known.

Every process has a row of its own in memory that all share, so that whichever answers can add them
up, and nothing is lost when one of them is killed. A label has few values, never one that a
stranger chose: what is unknown is counted as `other`.
"""

from __future__ import annotations

import mmap
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

OTHER = "other"
_BYTES_A_CELL = 8


@dataclass(frozen=True, slots=True)
class Counter:
    """A number that only grows, for each value of its label."""

    words: str
    label: str = ""
    values: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Durations:
    """How often something took how long: a cell for each bound, one for longer, one for the sum."""

    words: str
    bounds_s: tuple[float, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Their names."""
        return (*map(str, self.bounds_s), "+Inf", "sum")


BOUNDS_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
REFUSALS = (
    "unsigned", "unknown-device", "bad-signature", "clock", "newer-format", "unreadable",
    "unreadable-bundle", "too-large", "too-slow", "revoked", "quota", "busy",
)  # fmt: skip

COUNTERS: Mapping[str, Counter] = MappingProxyType(
    {
        "answers": Counter("Answers given.", "status", ("2xx", "3xx", "4xx", "5xx")),
        "syncs": Counter("Requests of laptops that were taken."),
        "frames": Counter(
            "Pages that laptops brought.", "became", ("new", "known", "lacking", "refused", "bare")
        ),
        "records": Counter("Records in pages that were new."),
        "sync_bytes": Counter("Bytes of syncs.", "way", ("in", "out")),
        "receipts": Counter("Receipts signed."),
        "refusals": Counter("Requests of laptops that were refused.", "code", (*REFUSALS, OTHER)),
        "faults": Counter(
            "Faults of the program's own.",
            "where",
            (
                "answer",
                "page",
                "api",
                "fold",
                "regions",
                "due",
                "changes",
                "erasures",
                "push",
                "bulk",
                "messages",
                "bookings",
                "publishing",
                "sync-log",
            ),
        ),
    }
)
DURATIONS: Mapping[str, Durations] = MappingProxyType(
    {
        "sync_seconds": Durations("How long laptops' requests took at the hub.", BOUNDS_S),
        "answer_seconds": Durations("How long answers of all kinds took.", BOUNDS_S),
    }
)
_CELLS = {
    cell: place
    for place, cell in enumerate(
        [(name, value) for name, one in COUNTERS.items() for value in one.values]
        + [(name, cell) for name, span in DURATIONS.items() for cell in span.cells]
    )
}


class Tally:
    """One process's row of the numbers of all. Make it before the processes part."""

    def __init__(self, rows: int = 1) -> None:
        self._cells = memoryview(mmap.mmap(-1, rows * len(_CELLS) * _BYTES_A_CELL)).cast("d")
        self._rows, self._first = rows, 0
        self._lock = threading.Lock()

    def of(self, row: int) -> Tally:
        """The same numbers, for the process that adds to this row."""
        other = Tally.__new__(Tally)
        other._cells, other._rows = self._cells, self._rows
        other._first, other._lock = row * len(_CELLS), threading.Lock()
        return other

    def add(self, name: str, value: str = "", amount: float = 1) -> None:
        """Count; a value that is not known counts as `other`, where there is that."""
        place = _CELLS.get((name, value))
        if place is None:
            place = _CELLS[name, OTHER]
        with self._lock:
            self._cells[self._first + place] += amount

    def took(self, name: str, seconds: float) -> None:
        """Count one of `DURATIONS`."""
        bounds = (bound for bound in DURATIONS[name].bounds_s if seconds <= bound)
        self.add(name, str(next(bounds, "+Inf")))
        self.add(name, "sum", seconds)

    def totals(self) -> dict[tuple[str, str], float]:
        """Of all processes together, by name and value."""
        step = len(_CELLS)
        return {
            cell: sum(self._cells[row * step + place] for row in range(self._rows))
            for cell, place in _CELLS.items()
        }
