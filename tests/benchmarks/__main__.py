"""`make bench`: prints the goals P1 to P7 and P10, each as figure, goal and ratio.

Name some of them to run only those: python -m tests.benchmarks P4 P6
"""

from __future__ import annotations

import sys
from importlib import import_module

BENCHMARKS = {
    "P1": ("wire_bytes", "bytes a dose in the sealed bundle"),
    "P2": ("slow_link", "a day over 2G with TLS (and P3: the same with cuts)"),
    "P4": ("record_dose", "one dose, durable"),
    "P5": ("find_person", "find a person among a million"),
    "P6": ("verify_rebuild", "prove and rebuild a journal"),
    "P7": ("start_up", "start to the painted lock screen"),
    "roster": ("roster", "half a million people of a region: pull, apply, search, memory"),
    "registry": ("pocket_registry", "everybody's last doses in a province, and one looked up"),
    "P10": ("screens", "opening every screen, and stalls while others work"),
}


def main(wanted: list[str]) -> None:
    """Run the benchmarks named in `wanted`, or all of them."""
    for name in wanted or list(BENCHMARKS):
        module, words = BENCHMARKS[name]
        print(f"\n{name}  {words}", flush=True)
        import_module(f"tests.benchmarks.{module}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
