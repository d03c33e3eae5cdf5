"""`make bench`: the goals P1 to P10, each as figure, goal and ratio.

Name some of them to run only those: make bench ARGS="P4 P6". Options of a benchmark come after it:
make bench ARGS="P8 --sites 50 --kill-every 2". With --write the figures are kept and
docs/BENCHMARKS.md and the README's table are written anew.
"""

from __future__ import annotations

import logging
import tempfile
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

from tests.benchmarks.figure import show
from tests.benchmarks.ledger import keep, measured_now, write_pages

BENCHMARKS = {
    "P1": ("wire_bytes", "bytes a dose in the sealed bundle"),
    "P2": ("slow_link", "a day over 2G with TLS (and P3: the same with cuts)"),
    "P4": ("record_dose", "one dose, durable"),
    "P5": ("find_person", "find a person among a million"),
    "P6": ("verify_rebuild", "prove and rebuild a journal"),
    "P7": ("start_up", "start to the painted lock screen"),
    "P8": ("hub_load", "a thousand sites drain into a hub, under kill -9 (and P9: its tables)"),
    "growth": ("growth", "a hub of a million doses: intake, tables and pages as it grows"),
    "roster": ("roster", "half a million people of a region: pull, apply, search, memory"),
    "registry": ("pocket_registry", "everybody's last doses in a province, and one looked up"),
    "P10": ("screens", "opening every screen, and stalls while others work"),
}
_LOG = Path(tempfile.gettempdir()) / "fieldapp-bench.log"
ORDER = (*(f"P{n}" for n in range(1, 10)), "growth", "P10", "roster", "registry")


def main() -> None:
    """Run the benchmarks that were named, or all of them."""
    asked = ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    asked.add_argument("--write", action="store_true", help="keep the figures and write the pages")
    given, options = asked.parse_known_args()
    if options and given.names not in (["P8"], ["growth"]):
        asked.error(f"{options[0]} is known to P8 or growth alone; name no other")
    logging.basicConfig(filename=_LOG, filemode="w")  # not between the figures
    if unknown := [name for name in given.names if name not in BENCHMARKS]:
        asked.error(f"no benchmark is called {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    for name in given.names or list(BENCHMARKS):
        module, words = BENCHMARKS[name]
        print(f"\n{name}  {words}", flush=True)
        measure = import_module(f"tests.benchmarks.{module}").measure
        figures = show(measure(options) if options else measure())
        if given.write:
            write_pages(keep(measured_now(figures), ORDER))


if __name__ == "__main__":
    main()
