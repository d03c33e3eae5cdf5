"""Feeds changed bytes to a reader; remembers the slowest, and keeps what broke it."""

from __future__ import annotations

import hashlib
import time
import tracemalloc
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from fieldapp.domain.errors import FieldAppError
from tests.fuzz.mutate import mutated
from tests.fuzz.targets import Target

FOUND = Path(__file__).parent / "found"
MOST_BYTES = 256 * 1024 * 1024


@dataclass
class Outcome:
    """What came of attacking one reader. `broken` are (exception, bytes)."""

    tries: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    most_bytes: int = 0
    broken: list[tuple[str, bytes]] = field(default_factory=list)


def attack(target: Target, random: Random, tries: int, *, until: float | None = None) -> Outcome:
    """So many tries, or as many as fit until a monotonic time."""
    outcome = Outcome()
    tracemalloc.start()
    try:
        while outcome.tries < tries and (until is None or time.monotonic() < until):
            _try(target, mutated(target.good, random), outcome)
    finally:
        tracemalloc.stop()
    return outcome


def _try(target: Target, data: bytes, outcome: Outcome) -> None:
    outcome.tries += 1
    tracemalloc.reset_peak()
    before, began = tracemalloc.get_traced_memory()[0], time.perf_counter()
    try:
        target.read(data)
    except FieldAppError:
        outcome.refused += 1
    except Exception as bug:  # noqa: BLE001  whatever else it raises is what we look for
        outcome.broken.append((f"{type(bug).__name__}: {bug}", data))
    outcome.slowest_s = max(outcome.slowest_s, time.perf_counter() - began)
    used = tracemalloc.get_traced_memory()[1] - before
    outcome.most_bytes = max(outcome.most_bytes, used)
    if used > MOST_BYTES:
        outcome.broken.append((f"{used:,} bytes of memory", data))


def keep(name: str, data: bytes) -> Path:
    """Write what broke a reader to a file of its own."""
    FOUND.mkdir(exist_ok=True)
    file = (
        FOUND
        / f"{name.replace(', ', '-').replace(' ', '-')}-{hashlib.sha256(data).hexdigest()[:8]}"
    )
    file.write_bytes(data)
    return file
