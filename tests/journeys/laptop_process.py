"""A laptop's real windows in a process of their own, driven line by line as a person would.

`python -m tests.journeys.laptop_process HOME [--days-later N]` opens the app on a real home, with
this machine's clock (or one that is days ahead), and unlocks it for the nurse. Each line of
standard input is one step, `{"do": "scan", "text": "..."}`; each line of standard output says what
came of it. Between two steps the app lives on. At the end of the input the laptop is switched off.
Hands, eyes and tasks are those of all journeys: `Nurse` and `Deeds`.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TextIO

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.app import keeper_of
from fieldapp.ui import language, theme
from fieldapp.ui.keeper import Keeper
from tests.journal.laptop import NURSE, Laptop
from tests.journeys.deeds import Deeds
from tests.journeys.nurse import Nurse
from tests.patience import PATIENCE_MS

LOT = "SEA01"
_BY_NURSE = ("scan", "type", "go_to", "reads", "sees_person", "words")
_BY_DEEDS = ("open_operation", "begin_form", "type_phone", "record", "sync")


@dataclass(frozen=True)
class LaterClock(SystemClock):
    """This machine's clocks, so many days on."""

    days: int

    def now(self) -> datetime:
        return super().now() + timedelta(days=self.days)

    def uptime_s(self) -> int:
        return super().uptime_s() + self.days * 86_400


@dataclass
class NurseAtHome(Nurse):
    """The nurse at a laptop that the command line has made."""

    days_later: int = 0

    def keeper(self) -> Keeper:
        return keeper_of(self.laptop.home, clock=LaterClock(self.days_later))


class PatientEyes:
    """Look again and again while the windows live on; here a PIN takes its time to become a key."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        end = time.monotonic() + timeout / 1000
        while time.monotonic() < end:
            with suppress(AssertionError):
                if callback() in (None, True):
                    return
            QTest.qWait(10)
        assert callback() in (None, True), "waited in vain"


class Ear(QObject):
    """Hears one step after another beside the windows."""

    asked = Signal(str)
    ended = Signal()

    def listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(line)
        self.ended.emit()


@dataclass
class Obedience:
    """Does what it is told, and says what came of it."""

    nurse: Nurse
    deeds: Deeds
    answers: TextIO

    def take(self, line: str) -> None:
        step: dict[str, Any] = json.loads(line)
        answer: dict[str, object] = {}
        try:
            answer["said"] = self._deed(step.pop("do"))(**step)
        except Exception:  # noqa: BLE001  whatever it is, the test that asked has to show it
            answer["trouble"] = traceback.format_exc()
        print(json.dumps(answer), file=self.answers, flush=True)

    def _deed(self, name: str) -> Callable[..., object]:
        if name == "key":
            return self._key
        owner = {**dict.fromkeys(_BY_NURSE, self.nurse), **dict.fromkeys(_BY_DEEDS, self.deeds)}
        deed: Callable[..., object] = getattr(owner[name], name)
        return deed

    def _key(self, key: str, ctrl: bool = False) -> None:
        self.nurse.key(Qt.Key[f"Key_{key}"], ctrl=ctrl)


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("home", type=Path)
    asked.add_argument("--days-later", type=int, default=0)
    given = asked.parse_args()
    answers, sys.stdout = sys.stdout, sys.stderr
    app = QApplication(["fieldapp"])
    language.install(app, language.ENGLISH)
    theme.apply_theme(app, theme.NORMAL)
    nurse = NurseAtHome(app, PatientEyes(), Laptop(given.home), days_later=given.days_later)
    obedience = Obedience(nurse, Deeds(nurse, LOT), answers)
    ear = Ear()
    ear.asked.connect(obedience.take)
    ear.ended.connect(app.quit)
    nurse.switch_on(NURSE)
    threading.Thread(target=ear.listen, daemon=True).start()
    app.exec()
    nurse.switch_off()
    return 0


if __name__ == "__main__":
    sys.exit(main())
