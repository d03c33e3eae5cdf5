"""P10: how soon each screen opens, and how long the windows ever stand still while others work.

A journal of many people and doses, the real windows, a real hub process: the first sync sends all
of it, then a list of ten thousand rows is taken over. A pulse of the event loop finds every stall.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from fieldapp.actions.backlog.take_over import TakenOver, take_over
from fieldapp.actions.consult import Practice
from fieldapp.actions.enrol import enrol
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.ui import language
from fieldapp.ui.app import FieldApp
from fieldapp.ui.background import Job
from fieldapp.ui.keeper import Keeper, Person
from fieldapp.ui.rooms import PAGES, ROOMS
from fieldapp.ui.theme import NORMAL, apply_theme
from tests.benchmarks.figure import Figure, show
from tests.benchmarks.record_dose import USER, BenchClock, new_journal
from tests.benchmarks.verify_rebuild import fill
from tests.sync.real_hub import RealHub

DOSES = 20_000
ROWS = 10_000
OPEN_GOAL_MS, STALL_GOAL_MS = 200.0, 50.0
_PULSE_MS = 2
_PATIENCE_S = 240.0
_HEADER = (
    "row_uuid,client_name,sex,birth_date,id_type,id_number,phone,key_group,home_area,nationality,"
    "social_security,status,reason,vaccine,lot,expiry,given_at,site,vaccinator,session,note\n"
)


@dataclass
class Pulse:
    """Beats as often as the event loop lets it: the longest pause between beats is the stall."""

    beats: list[float] = field(default_factory=list)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Beat inside the block."""
        self.beats.clear()
        timer = QTimer()
        timer.setInterval(_PULSE_MS)
        timer.timeout.connect(lambda: self.beats.append(time.perf_counter()))
        timer.start()
        yield
        timer.stop()

    def pauses_ms(self) -> list[float]:
        """Every pause, longest first."""
        return sorted(((b - a) * 1000 for a, b in pairwise(self.beats)), reverse=True)


def until(app: QApplication, seen: Callable[[], bool]) -> None:
    """Let the windows work until something is seen."""
    end = time.monotonic() + _PATIENCE_S
    while not seen():
        app.processEvents()
        time.sleep(0.0005)
        if time.monotonic() > end:
            raise TimeoutError("the benchmark waited in vain")


def app_on(app: QApplication, journal: Journal, folder: Path) -> FieldApp:
    """The app on an open journal, unlocked."""
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    practice = Practice(journal, *rules, BenchClock())
    keeper = Keeper(
        lambda: [Person(USER, "Nurse Test", "recorder")],
        lambda _login, _pin: practice,
        lambda _practice: None,
        BenchClock(),
        folder,
    )
    running = FieldApp(app, keeper, chance=lambda: 0.5)
    running.window.resize(1366, 768)
    running.window.show()
    until(app, lambda: bool(running.window.lock.names_shown))
    running.unlock(USER, "-")
    until(app, lambda: running.work is not None)
    return running


def open_ms(app: QApplication, running: FieldApp, place: str) -> float:
    """From the key to the painted screen with what the journal says."""
    window, lane = running.window, running.journal_lane
    began = time.perf_counter()
    (window.show_page if place in PAGES else window.show_room)(place)
    told: list[object] = []
    job = Job(lambda: None, running)  # behind everything that the screen asked of the journal
    job.succeeded.connect(told.append)
    lane.start(job)
    until(app, lambda: bool(told))
    window.grab()
    return (time.perf_counter() - began) * 1000


def openings(app: QApplication, running: FieldApp) -> Iterator[Figure]:
    """Each place twice: built the first time, only shown the second."""
    for place in (*(room.name for room in ROOMS), *PAGES):
        first, again = (open_ms(app, running, place) for _ in range(2))
        note = f"again {again:.0f} ms"
        yield Figure("P10", f"to open {place}", max(first, again), "ms", OPEN_GOAL_MS, note=note)


def longest_pause(words: str, pulse: Pulse, took_s: float) -> Figure:
    """Of the event loop, and the two after it."""
    longest, *others = (round(pause, 1) for pause in pulse.pauses_ms()[:3])
    note = f"in {took_s:.1f} s; then {', '.join(map(str, others))} ms"
    words = f"longest pause of the windows in {words}"
    return Figure("P10", words, longest, "ms", STALL_GOAL_MS, note=note)


def during_sync(app: QApplication, running: FieldApp, pulse: Pulse) -> Figure:
    """All that waits goes to the hub while a nurse goes from room to room."""
    work = running.work
    assert work is not None
    ended: list[bool] = []
    work.sync.ended.connect(lambda: ended.append(True))
    began = time.perf_counter()
    with pulse.running():
        work.sync.start()
        until(app, lambda: bool(ended))
    return longest_pause("a first sync of everything", pulse, time.perf_counter() - began)


def during_import(app: QApplication, running: FieldApp, file: Path, pulse: Pulse) -> Figure:
    """A list is taken over behind the windows."""
    work = running.work
    assert work is not None
    practice, done = work.practice, list[object]()
    job = Job(lambda: _take_over(practice, file), running)
    for signal in (job.succeeded, job.failed, job.crashed):
        signal.connect(done.append)
    began = time.perf_counter()
    with pulse.running():
        running.journal_lane.start(job)
        until(app, lambda: bool(done))
    assert isinstance(done[0], TakenOver), done
    took = time.perf_counter() - began
    return longest_pause(f"taking over {done[0].accepted:,} rows", pulse, took)


def _take_over(practice: Practice, file: Path) -> object:
    return take_over(
        practice.journal,
        file,
        catalogue=practice.catalogue,
        programme=practice.programme,
        clock=practice.clock,
        user=USER,
    )


def write_rows(file: Path) -> None:
    """Ten thousand made-up people with a dose each."""
    lines = (
        f"{UUID(int=number)},Test {number},F,1980-01-01,passport,E{number:08d},,,,FRA,no,given,,"
        f"covid-inact-bibp,L1,,2021-04-0{number % 9 + 1}T09:{number % 60:02d},left-deltoid,"
        "nurse.test,,\n"
        for number in range(1, ROWS + 1)
    )
    file.write_text(_HEADER + "".join(lines), "utf-8")


def measure(doses: int = DOSES) -> Iterator[Figure]:
    """P10."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    language.install(app, "en")
    apply_theme(app, NORMAL)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        journal, key = new_journal(folder)
        fill(journal, doses)
        home, hub = journal.home, RealHub(folder / "hub")
        code = hub.code()
        address = hub.start()
        enrol(journal, address, code, None, BenchClock())
        journal.close()
        journal = open_journal(home, key, BenchClock())
        print(f"    {doses // 2:,} people, {doses:,} doses")
        write_rows(folder / "rows.csv")
        running, pulse = app_on(app, journal, folder), Pulse()
        yield from openings(app, running)
        yield during_sync(app, running, pulse)
        yield during_import(app, running, folder / "rows.csv", pulse)
        running.shut_down()
        journal.close()
        hub.kill()


if __name__ == "__main__":
    show(measure())
