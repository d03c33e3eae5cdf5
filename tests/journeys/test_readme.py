"""The README's commands, typed by somebody who has read no further, in their order."""

from __future__ import annotations

import csv
import itertools
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.journeys.pages_of_operators import ROOT, is_understood
from tests.sync.real_hub import RealHub

README = (ROOT / "README.md").read_text("utf-8")
BACKLOG = ROOT / "tests" / "data" / "backlog-1000.csv"
ROWS = 40
ELSEWHERE = {
    "hub serve": "the hub of this test is served by the test",
    "neighbour serve": "test_neighbour_road",
    "neighbour meet": "test_neighbour_road",
    "hub messages send": "test_messages_by_kannel",
    "hub push fhir": "a server of the tests: tests/hub/push",
    "hub erase 5f3a9c0d": "test_erased_person",
    "export workbook": "it needs a session, which the windows open: tests/actions/workbook",
    "": "the windows: every other journey",
}
"""Commands that are read here and run by another test."""


def lines() -> Iterator[list[str]]:
    """The words after `fieldapp` of every command of the section."""
    section = README.partition("## A real laptop and a real hub")[2].partition("\n## ")[0]
    for line in section.splitlines():
        if line.startswith("    fieldapp"):
            for command in line.partition("  #")[0].split("&&"):
                yield shlex.split(command)[1:]


COMMANDS = list(lines())


def is_elsewhere(words: list[str]) -> bool:
    told = " ".join(itertools.takewhile(lambda word: word[0] not in "-/", words))
    return told in ELSEWHERE and (bool(told) or not words)


@dataclass
class Newcomer:
    """Somebody in an empty folder, with a list of doses and the README."""

    folder: Path
    hub: RealHub
    code: str = ""
    said: dict[str, str] = field(default_factory=dict)

    def types(self, words: list[str]) -> str:
        """One command; what it prints."""
        ours = [self._ours(word) for word in words]
        done = subprocess.run(
            [sys.executable, "-m", "fieldapp", *ours],
            capture_output=True,
            text=True,
            cwd=self.folder,
            env=self._surroundings(),
            check=False,
            timeout=180,
        )
        assert done.returncode == 0, f"{' '.join(ours)}: {done.stdout}{done.stderr}"
        return done.stdout

    def _ours(self, word: str) -> str:
        """What stands in the README for what only this reader has."""
        if word.startswith("/media/stick/"):
            (found,) = (self.folder / "stick").glob(f"*{Path(word).suffix}")
            return str(found)
        meant = {
            "CODE": self.code,
            "3": "1",
            "371100": "370826",
            "http://127.0.0.1:8470": f"http://localhost:{self.hub.port}",
            "110105198005170017": somebody(),
            "2027-11-30": (date.today() + timedelta(days=365)).isoformat(),
            "/media/stick": str(self.folder / "stick"),
            "/media/card": str(self.folder / "card"),
        }
        return meant.get(word, word)

    def _surroundings(self) -> dict[str, str]:
        return {
            **os.environ,
            "FIELDAPP_HOME": str(self.folder / "home"),
            "FIELDAPP_PIN_FILE": str(self.folder / "pin"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "QT_QPA_PLATFORM": "offscreen",
        }


def somebody() -> str:
    """The number on a made-up card of the list."""
    with BACKLOG.open(encoding="utf-8", newline="") as stream:
        rows = itertools.islice(csv.DictReader(stream), ROWS)
        return next(row["id_number"] for row in rows if row["id_type"] == "cn-resident-id")


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Newcomer]:
    for name in ("stick", "card"):
        (tmp_path / name).mkdir()
    (tmp_path / "pin").write_text("five made up words here", "ascii")
    rows = BACKLOG.read_text("utf-8").splitlines(keepends=True)[: ROWS + 1]
    (tmp_path / "backlog.csv").write_text("".join(rows), "utf-8")
    hub = RealHub(tmp_path / "hub")
    hub.start()
    yield Newcomer(tmp_path, hub)
    hub.kill()


def test_every_command_of_the_readme_exists() -> None:
    assert len(COMMANDS) > 30
    assert [words for words in COMMANDS if words and not is_understood(words)] == []


def test_what_is_run_elsewhere_is_in_the_readme() -> None:
    skipped = [words for words in COMMANDS if is_elsewhere(words)]
    assert len(skipped) == len(ELSEWHERE)


def test_the_commands_of_the_readme_run_in_their_order(newcomer: Newcomer) -> None:
    for words in COMMANDS:
        if not is_elsewhere(words):
            said = newcomer.types(words)
            if words[:2] == ["hub", "add-team"]:
                newcomer.code = said.strip().splitlines()[-1].split()[-1]
    made = {path.name for path in newcomer.folder.iterdir()}
    assert {"card.png", "calls.pdf", "doses.json", "log.pdf"} <= made
    assert newcomer.hub.counts()["doses_counted"] > 0
    shutil.rmtree(newcomer.folder / "new")
