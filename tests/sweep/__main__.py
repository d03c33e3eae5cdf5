"""`python -m tests.sweep [--each N] [DEED ...]`: fail everything that can fail, and look."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.sweep.deeds import DEEDS
from tests.sweep.faults import possible
from tests.sweep.going import sweep
from tests.sweep.scene import make_scene


def main() -> int:
    """Exit codes: 0 every promise held, 1 one was broken, 2 wrong usage or no strace."""
    parser = argparse.ArgumentParser(prog="python -m tests.sweep")
    parser.add_argument("deeds", nargs="*", metavar="DEED", help=", ".join(DEEDS))
    parser.add_argument("--each", type=int, default=4, help="faults for every call and effect")
    given = parser.parse_args()
    if set(given.deeds) - DEEDS.keys() or not possible():
        print("strace is missing or not allowed here, or there is no such deed.", file=sys.stderr)
        return 2
    broken = 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        scene = make_scene(folder / "scene")
        for name in given.deeds or DEEDS:
            ends: Counter[str] = Counter()
            for fault, end, problem in sweep(name, scene, folder, given.each):
                ends[end] += 1
                if problem is not None:
                    broken += 1
                    print(f"  BROKEN: {name} with {fault}: {problem}")
            told = ", ".join(f"{count} {end}" for end, count in ends.most_common())
            print(f"{name}: {ends.total()} faults: {told}", flush=True)
    print(f"{broken} promises broken.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
