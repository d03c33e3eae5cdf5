"""`make fuzz SECONDS=N`: attack every reader for so long in all, and say what came of it."""

from __future__ import annotations

import argparse
import sys
import time
from random import Random

from tests.fuzz.attack import attack, keep
from tests.fuzz.targets import targets


def main() -> int:
    """Exit codes: 0 nothing broke, 1 something did."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    given = parser.parse_args()
    readers, random, broken = targets(), Random(given.seed), 0
    for name, target in readers.items():
        until = time.monotonic() + given.seconds / len(readers)
        came = attack(target, random, 1 << 40, until=until)
        print(
            f"{name:15} {came.tries:9,} tries, {came.refused:9,} refused, slowest"
            f" {came.slowest_s * 1000:6.0f} ms, most {came.most_bytes / 1e6:6.1f} MB",
            flush=True,
        )
        for why, data in came.broken[:5]:
            print(f"    BROKEN {why[:200]}: {keep(name, data)}")
        broken += len(came.broken)
    print(f"{broken} broke a reader (seed {given.seed}).")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
