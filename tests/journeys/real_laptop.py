"""A laptop of which a test sees no more than a person does: its commands, and its windows.

Every command is a process of its own, and so are the windows (`tests.journeys.laptop_process`).
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from fieldapp.domain.documents.resident_id import birth_date_of
from tests.journal.laptop import NURSE
from tests.journeys.laptop_process import LOT
from tests.patience import PATIENCE_S
from tests.sync.real_hub import RealHub
from tests.ui.print.papers import codes

_BACKLOG = Path(__file__).parents[1] / "data" / "backlog-1000.csv"
_PATIENCE_S = 2 * PATIENCE_S  # what waits in vain over there says itself for what


@dataclass(frozen=True)
class Windows:
    """The open windows of a laptop; `troubles` is where their process writes what goes wrong."""

    process: subprocess.Popen[str]
    troubles: Path

    def scan(self, text: str) -> None:
        self._do("scan", text=text)

    def key(self, key: str, *, ctrl: bool = False) -> None:
        self._do("key", key=key, ctrl=ctrl)

    def go_to(self, room: int) -> None:
        self._do("go_to", number=room)

    def reads(self, *sentences: str) -> None:
        """Wait until each of these stands on the screen."""
        for words in sentences:
            self._do("reads", words=words)

    def sees_person(self, name: str) -> None:
        self._do("sees_person", name=name)

    def words(self) -> str:
        """Every word on the screen, now."""
        return str(self._do("words"))

    def open_operation(self) -> None:
        """The morning, with three vials on board."""
        words = {"unit": "Boat 3", "place": "Nanyang pier", "cash": "0"}
        self._do("open_operation", **words, **{LOT: 3})
        self.go_to(1)

    def writes_down(self, name: str, number: str, phone: str = "") -> None:
        """Somebody whom nobody knows here: the form, with the name that a card reader brings."""
        self.begins_to_write_down(name, number)
        if phone:
            self._do("type_phone", phone=phone)
        self.key("F9")
        self.sees_person(name)

    def begins_to_write_down(self, name: str, number: str) -> None:
        """The form is open."""
        self._do("begin_form", name=name, number=number)

    def record(self) -> None:
        """A vial, the questions, F9."""
        self._do("record")

    def sync(self) -> None:
        """From the sync room; back at the desk once all of it has ended."""
        self._do("sync")
        self.go_to(1)

    def loses_power(self) -> None:
        """The battery is dead at this very moment."""
        self.process.kill()
        self.process.wait()

    def _do(self, deed: str, **details: object) -> object:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps({"do": deed, **details}), file=self.process.stdin, flush=True)
        patience = threading.Timer(_PATIENCE_S, self.process.kill)
        patience.start()
        try:
            line = self.process.stdout.readline()
        finally:
            patience.cancel()
        answer = json.loads(line or "{}")
        assert "said" in answer, answer.get("trouble") or self.troubles.read_text("utf-8")
        return answer["said"]


@dataclass(frozen=True)
class RealLaptop:
    """A team's laptop, kept in `home`."""

    home: Path

    # commands

    def run(self, *words: object) -> str:
        """What `fieldapp ...` prints."""
        done = subprocess.run(
            [sys.executable, "-m", "fieldapp", *map(str, words)],
            capture_output=True,
            text=True,
            env=self._surroundings(),
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def asks(self, *words: object) -> Any:
        """What it prints for scripts."""
        return json.loads(self.run(*words, "--json"))

    def join(self, hub: RealHub, name: str, region: str) -> None:
        """A new laptop, from its journal to the hub."""
        self.run("init", "--name", name, "--kind", "boat", "--user", NURSE.login)
        code = hub.command("add-team", name, "--kind", "boat", "--region", region)
        self.run("enrol", "--hub", f"http://localhost:{hub.port}", "--code", code)

    def gave_dose_1(self, *given: tuple[str, str, int]) -> None:
        """To whom (name, ID card) and how many days ago: a list of those days is taken over."""
        with _BACKLOG.open(encoding="utf-8", newline="") as stream:
            sample = next(csv.DictReader(stream))
        file = self._beside("days.csv")
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, sample.keys())
            writer.writeheader()
            writer.writerows(sample | _dose_1(*one) for one in given)
        taken = self.asks("import", file)
        assert taken["doses"] == len(given), taken

    def prints_a_card(self, number: str) -> str:
        """What the code on the printed card says."""
        out = self._beside("card.png")
        self.run("card", number, "--size", "wallet", "--out", out)
        (text,) = codes(QImage(str(out)))
        return text

    def has_to_call(self) -> list[str]:
        """The names on its call list."""
        out = self._beside("due.csv")
        self.run("export", "due", "--out", out)
        with out.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        return [row["name"] for row in rows if row["line"] == "due" and row["call_state"] != "off"]

    # windows

    @contextmanager
    def windows(self, days_later: int = 0) -> Iterator[Windows]:
        """Switch it on, the nurse unlocks it, and switch it off at the end."""
        command = [sys.executable, "-m", "tests.journeys.laptop_process", str(self.home)]
        command += ["--days-later", str(days_later)]
        troubles = self._beside("windows.txt")
        with (
            troubles.open("a", encoding="utf-8") as stream,
            subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stream,
                text=True,
                env=self._surroundings(),
                cwd=Path(__file__).parents[2],
            ) as process,
        ):
            patience = threading.Timer(4 * _PATIENCE_S, process.kill)
            patience.start()
            try:
                yield Windows(process, troubles)
                if process.returncode is None:  # it has not lost its power
                    process.communicate(timeout=_PATIENCE_S)
                    assert process.returncode == 0, troubles.read_text("utf-8")
            finally:
                patience.cancel()
                process.kill()

    def _surroundings(self) -> dict[str, str]:
        pin = self._beside("pin")
        pin.write_text(NURSE.pin, "ascii")
        return {
            **os.environ,
            "FIELDAPP_PIN_FILE": str(pin),
            "FIELDAPP_HOME": str(self.home),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def _beside(self, name: str) -> Path:
        return self.home.with_name(f"{self.home.name}-{name}")


def _dose_1(name: str, number: str, days_ago: int) -> dict[str, str]:
    """What tells it from any other line of a backlog."""
    born = birth_date_of(number)
    given = datetime.now() - timedelta(days=days_ago)
    return {
        "row_uuid": str(uuid.uuid4()),
        "client_name": name,
        "id_number": number,
        "birth_date": "" if born is None else born.isoformat(),
        "home_area": number[:6],
        "given_at": f"{given:%Y-%m-%dT10:00}",
        "expiry": "2099-12-31",
    }
