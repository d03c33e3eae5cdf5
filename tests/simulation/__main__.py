"""`make simulate SEEDS=N` and `make simulate-mutants`: many histories, and what befell them.

python -m tests.simulation [--seeds N] [--first N] [--workers N] [--nice N] [--log FILE]
python -m tests.simulation --seed N --tell
python -m tests.simulation --mutants [--seeds N]
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from tests.simulation.campaign import (
    Chunk,
    gathered,
    read_log,
    rewrite_log,
    summary,
    this_commit,
    to_do,
    write_log,
)
from tests.simulation.mutants import MUTANTS, caught_by
from tests.simulation.world import Broken, World

CHUNK = 50
_LOG = Path(tempfile.gettempdir()) / "fieldapp-simulate.log"


def live_through(chunk: Chunk) -> Chunk:
    """Live through the histories of a chunk."""
    happened: Counter[str] = Counter()
    for seed in range(chunk.first, chunk.first + chunk.count):
        with World(seed) as world:
            try:
                happened.update(world.run().happened)
            except Broken as story:
                chunk.broken.append(str(story))
    chunk.happened = dict(happened)
    return chunk


def simulate(first: int, seeds: int, workers: int, log: Path | None) -> int:
    """Print the count of everything that was put in; 1 when any history broke a promise."""
    began, commit = time.monotonic(), this_commit()
    done = gathered(read_log(log))
    rewrite_log(log, done)
    with ProcessPoolExecutor(workers) as pool:
        for chunk in pool.map(live_through, to_do(first, seeds, CHUNK, done)):
            chunk.commit = commit
            write_log(log, chunk)
            done.append(chunk)
    return report(done, time.monotonic() - began)


def report(done: list[Chunk], took_s: float) -> int:
    """Print what happened in all histories; 1 when any broke a promise."""
    histories, happened, broken, by_commit = summary(done)
    for what, count in sorted(happened.items(), key=lambda item: -item[1]):
        print(f"{count:9,}  {what}")
    for story in broken[:5]:
        print(f"\n{story}")
    if len(by_commit) > 1:
        print("\n" + ", ".join(f"{count:,} of {commit}" for commit, count in by_commit.items()))
    print(f"\n{histories:,} histories in {took_s:.0f} s: {len(broken)} broke a promise.")
    return 1 if broken else 0


def hunt(seeds: int, workers: int) -> int:
    """Plant every known mistake; 1 when one of them is not caught."""
    missed = 0
    with ProcessPoolExecutor(workers, max_tasks_per_child=1) as pool:
        found = pool.map(caught_by, MUTANTS, repeat(seeds))
        for name, seed in zip(MUTANTS, found, strict=True):
            words = "NOT CAUGHT" if seed is None else f"caught by seed {seed}"
            print(f"{name}: {words}", flush=True)
            missed += seed is None
    print(f"{len(MUTANTS) - missed} of {len(MUTANTS)} planted mistakes caught.")
    return 1 if missed else 0


def tell(seed: int) -> int:
    """Print one history."""
    with World(seed) as world:
        try:
            world.run()
        except Broken as story:
            print(story)
            return 1
        print("\n".join(world.history))
    return 0


def main() -> int:
    """Exit codes: 0 all promises held, 1 one was broken, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation")
    parser.add_argument("--seeds", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--tell", action="store_true")
    parser.add_argument("--mutants", action="store_true")
    parser.add_argument("--nice", type=int, default=0)
    parser.add_argument("--log", type=Path)
    given = parser.parse_args()
    os.nice(given.nice)
    logging.basicConfig(filename=_LOG, filemode="w")  # faults that are put in are logged by hubs
    if given.seed is not None:
        return tell(given.seed)
    if given.mutants:
        return hunt(given.seeds, given.workers)
    return simulate(given.first, given.seeds, given.workers, given.log)


if __name__ == "__main__":
    sys.exit(main())
