"""P1: bytes a dose in the sealed bundle, signature and encryption included. The same every time."""

from __future__ import annotations

from tests.wire.made_up_day import bytes_a_dose

GOALS = {(100, 0.0): 12, (100, 0.5): 32, (20, 0.0): 22, (20, 0.5): 48}
"""(doses in the batch, share of new people) -> at most this many bytes a dose (PERF.md P1)."""


def main() -> None:
    """Print figure, goal and ratio of each batch, mean of ten made-up days."""
    for (doses, new_share), goal in GOALS.items():
        figure = sum(bytes_a_dose(doses, new_share, seed) for seed in range(10)) / 10
        people = "half new" if new_share else "known"
        print(
            f"    {doses:3d} doses, {people:8s}: {figure:5.1f} bytes a dose,"
            f" goal {goal}, ratio {figure / goal:.2f}"
        )


if __name__ == "__main__":
    main()
