"""Runs the demo, with or without a screen, and says in words what happened."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.actions.moments import site_today
from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.app import keeper_of
from fieldapp.cli.demo.hub_process import running_hub
from fieldapp.cli.demo.people import MadeUpPerson, made_up_people
from fieldapp.cli.demo.team import PIN, Demo, set_up, vial_code
from fieldapp.cli.this_program import program
from fieldapp.domain.errors import FieldAppError

if TYPE_CHECKING:  # Qt is loaded only once the platform is chosen
    from PySide6.QtWidgets import QApplication

    from fieldapp.cli.demo.day import Tally
    from fieldapp.cli.demo.hands import Hands


_TURN_MS = 250


class DoesNotAddUp(FieldAppError):
    """Hands, journal and hub do not tell the same story."""

    happened = "The demo day does not add up: {what}."
    safe = "Nothing outside the demo's own folder was touched."
    next_step = "Please report it with the seed that was used."


def run_demo(arguments: argparse.Namespace) -> int:
    """`fieldapp demo`: opens the app on the demo; without a display works the day by itself."""
    signal.signal(signal.SIGTERM, _end)
    headless = arguments.headless or not _has_display()
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    people = made_up_people(arguments.clients, arguments.seed, site_today(SystemClock()))
    with tempfile.TemporaryDirectory(prefix="fieldapp-demo-") as name:
        folder = Path(name)
        outputs = arguments.out or _outputs(folder, headless=headless)
        outputs.mkdir(parents=True, exist_ok=True)
        with running_hub(folder / "hub") as hub:
            demo = Demo(folder / "laptop", hub, outputs)
            set_up(demo, people)
            spoken = arguments.language
            return _headless(demo, people) if headless else _open(demo, people, spoken)


def _outputs(folder: Path, *, headless: bool) -> Path:
    """Where files go that nobody named a place for: what was practised is gone with the rest."""
    if headless:
        return Path(tempfile.mkdtemp(prefix="fieldapp-demo-"))
    return folder / "files"


def _note(people: list[MadeUpPerson]) -> str:
    """What is typed where a scanner would scan: somebody whose dose 2 is due, and a vial."""
    from fieldapp.ui.practice_band import practice_note

    due = next((p.scan for p in people if p.earlier_dose and p.scan), "")
    return practice_note(PIN, due, vial_code(load_catalogue(), site_today(SystemClock())))


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open(demo: Demo, people: list[MadeUpPerson], spoken: str | None) -> int:
    from PySide6.QtWidgets import QApplication

    from fieldapp.ui import language
    from fieldapp.ui.app import FieldApp
    from fieldapp.ui.practice_band import first_dose_by_keys
    from fieldapp.ui.theme import NORMAL, apply_theme

    app = QApplication(["fieldapp demo"])
    _close_when_told(app)
    language.install(app, spoken or language.preferred())
    note = _note(people)
    print(note, first_dose_by_keys(), "", sep="\n", flush=True)
    apply_theme(app, NORMAL)
    running = FieldApp(app, keeper_of(demo.home, exports=demo.outputs, note=note))
    running.window.showMaximized()
    return app.exec()


def _end(_number: int, _frame: object) -> None:
    """Whoever ends this process (a desktop that logs out) ends the hub with it."""
    sys.exit(128 + signal.SIGTERM)


def _close_when_told(app: QApplication) -> None:
    """The same once Qt has the word: no exit comes well out of its painting. So it is only noted
    when it comes, and carried out at the windows' own turn, which comes again until it is."""
    from PySide6.QtCore import QTimer

    told = threading.Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: told.set())
    turn = QTimer(app)  # Python hears of signals only when some Python runs
    turn.timeout.connect(lambda: app.quit() if told.is_set() else None)
    turn.start(_TURN_MS)


def _headless(demo: Demo, people: list[MadeUpPerson]) -> int:
    from PySide6.QtWidgets import QApplication

    from fieldapp.cli.demo.day import Day
    from fieldapp.cli.demo.hands import Hands
    from fieldapp.ui import language
    from fieldapp.ui.app import FieldApp
    from fieldapp.ui.theme import NORMAL, apply_theme

    app = QApplication(["fieldapp demo"])
    language.install(app, language.ENGLISH)
    apply_theme(app, NORMAL)
    running = FieldApp(app, keeper_of(demo.home, exports=demo.outputs))
    running.window.resize(1366, 768)
    running.window.show()
    hands = Hands(app, lambda: running.window, demo.outputs)
    today = site_today(SystemClock())
    try:
        done = Day(running, hands, load_catalogue(), today).work(people)
    finally:
        running.shut_down()
    _report(demo, done, hands, len(people))
    return 0


def _report(demo: Demo, done: Tally, hands: Hands, people: int) -> None:
    laptop = _ask("status", "--home", str(demo.home))
    hub = _ask("hub", "status", "--data", str(demo.hub.data))
    _check(laptop, hub)
    print(f"The demo day is done: {people} made-up people.")
    for story, count in sorted(done.stories.items(), key=lambda item: item[0].name):
        print(f"  {count:3d}  {story.value}")
    print(
        f"Through the windows: {done.doses} doses, {done.not_given} not given,"
        f" {done.turned_away} sent home until due, {done.undone} struck through;"
        f" {hands.scans} scans, {hands.keys} keys."
    )
    if done.reckoned is not None:
        print(done.reckoned.in_words())
    print(
        f"Laptop: recorded {laptop['recorded']} = waiting {laptop['waiting']}"
        f" + confirmed {laptop['confirmed']}. Hub: {hub['doses']} doses,"
        f" {hub['clients']} people. 0 unaccounted."
    )
    print(f"Screenshots and the exported sync log: {demo.outputs}")


def _check(laptop: dict[str, int], hub: dict[str, int]) -> None:
    """The sums must come out, or the demo has failed."""
    if laptop["recorded"] != laptop["confirmed"] or laptop["waiting"]:
        raise DoesNotAddUp(what="not every recorded dose is confirmed")
    parts = ("counted", "contested", "quarantined", "voided", "erased")
    if hub["confirmed"] != sum(hub[part] for part in parts):
        raise DoesNotAddUp(what="the hub's parts are not its sum")
    if hub["confirmed"] != laptop["confirmed"] or hub["clients"] != laptop["clients"]:
        raise DoesNotAddUp(what="laptop and hub count differently")


def _ask(*command: str) -> dict[str, int]:
    """One of our own commands with --json, as a person would check."""
    with tempfile.TemporaryDirectory() as folder:
        pin = Path(folder) / "pin"
        pin.write_text(PIN, encoding="ascii")
        environment = {**os.environ, "FIELDAPP_PIN_FILE": str(pin)}
        done = subprocess.run(  # noqa: S603  our own program
            [*program(), *command, "--json"],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
    answer: dict[str, int] = json.loads(done.stdout)
    return answer
