"""P7: from the start of the program to the painted lock screen, beside an empty PySide6 window;
and the memory of the app with a journal of many doses."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from fieldapp.wire.facts import DoseRecorded, Fact
from tests.benchmarks.figure import Figure, show
from tests.journal.laptop import Laptop, register

RUNS = 5
DOSES = 100_000
_EMPTY = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1366, 768)
window.show()
window.grab()
"""
_LOCK = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fieldapp.cli.app import keeper_of
from fieldapp.ui import language
from fieldapp.ui.app import FieldApp
from fieldapp.ui.theme import NORMAL, apply_theme
app = QApplication([])
language.install(app, "en")
apply_theme(app, NORMAL)
running = FieldApp(app, keeper_of(Path(sys.argv[1])))
running.window.resize(1366, 768)
running.window.show()
while not running.window.lock.names_shown:
    app.processEvents()
running.window.grab()
import os
os._exit(0)
"""
_MEMORY = """
import re, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fieldapp.actions.consult import Practice
from fieldapp.actions.overview import overview
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.system_clock import SystemClock
from fieldapp.journal.home import DataKey
from fieldapp.journal.journal import open_journal
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.theme import NORMAL, apply_theme
app = QApplication([])
apply_theme(app, NORMAL)
journal = open_journal(Path(sys.argv[1]), DataKey(bytes.fromhex(sys.argv[2])), SystemClock())
programme = load_programme("cn-nhc-2021-03-29")
overview(Practice(journal, load_catalogue(), programme, load_questions(), SystemClock()))
window = MainWindow(lambda: 0)
window.resize(1366, 768)
window.show()
window.show_room("desk")
window.grab()
status = Path("/proc/self/status").read_text()  # maxrss would count our parent's memory, too
print(int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024)
journal.close()
import os
sys.stdout.flush()
os._exit(0)
"""


def _seconds(program: str, *arguments: str) -> float:
    started = time.perf_counter()
    _run(program, *arguments)
    return time.perf_counter() - started


def _run(program: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=_as_installed(),
    ).stdout


def _as_installed() -> dict[str, str]:
    """The environment of an installed app: its modules are compiled once, not at every start."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}


def _many_doses(laptop: Laptop) -> None:
    journal = laptop.open()
    for _ in range(DOSES // 1000):
        client = journal.ref(register(journal))
        dose = DoseRecorded(client, "covid-inact-bibp", "L1", None, 27_000_000, 480, 0)
        facts: list[Fact] = [dose] * 1000
        journal.append(facts, user="nurse.test")
    journal.close()


def measure() -> Iterator[Figure]:
    """P7."""
    with tempfile.TemporaryDirectory() as folder:
        laptop = Laptop(Path(folder) / "home")
        laptop.set_up()
        _run(_LOCK, str(laptop.home))
        empty = median(_seconds(_EMPTY) for _ in range(RUNS))
        lock = median(_seconds(_LOCK, str(laptop.home)) for _ in range(RUNS))
        yield Figure("P7", "empty PySide6 window", empty * 1000, "ms")
        yield Figure("P7", "painted lock screen", lock * 1000, "ms", 1500)
        yield Figure("P7", "painted lock screen, beside the empty window", lock / empty, "times", 3)
        _many_doses(laptop)
        megabytes = int(_run(_MEMORY, str(laptop.home), laptop.key().secret.hex()))
        yield Figure("P7", f"memory at the desk with {DOSES:,} doses", megabytes, "MB", 120)


if __name__ == "__main__":
    show(measure())
