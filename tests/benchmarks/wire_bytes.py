"""P1: bytes a dose in the sealed bundle, signature and encryption included. The same every time."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.figure import Figure, show
from tests.wire.made_up_day import bytes_a_dose

GOALS = {(100, 0.0): 12, (100, 0.5): 32, (20, 0.0): 22, (20, 0.5): 48}
"""(doses in the batch, share of new people) -> at most this many bytes a dose (PERF.md P1)."""


def measure() -> Iterator[Figure]:
    """Each batch, mean of ten made-up days."""
    for (doses, new_share), goal in GOALS.items():
        figure = sum(bytes_a_dose(doses, new_share, seed) for seed in range(10)) / 10
        people = "half of them new" if new_share else "all known"
        yield Figure("P1", f"a dose, {doses} in a batch, people {people}", figure, "bytes", goal)


if __name__ == "__main__":
    show(measure())
