"""A day's names, numbers and phones stand in no file, packet or log that is not encrypted.

A real hub and a laptop's real windows and commands; every file that any of them writes lies in one
folder, every byte between them is kept, and all of it is searched. What a person asks to be printed
or exported with names is not part of it.
"""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journal.laptop import NURSE
from tests.journeys.real_laptop import RealLaptop, Windows
from tests.journeys.town import id_card
from tests.security.canary import traces, traces_under
from tests.security.listener import Listener, listening
from tests.sync.real_hub import RealHub

NAME, NUMBER, PHONE = "金丝雀样", id_card(77, "19710203"), "13900007777"
SECRETS = (NAME, NUMBER, PHONE, "jinsique", "JINSIQUE")  # and how the search spells the name
UNFINISHED = ("半途样", id_card(78, "19720304"))


@dataclass(frozen=True)
class Day:
    """Everything lies in `folder`."""

    folder: Path
    hub: RealHub
    laptop: RealLaptop
    listener: Listener

    def joins(self) -> None:
        self.laptop.run("init", "--name", "Boat 3", "--kind", "boat", "--user", NURSE.login)
        code = self.hub.command("add-team", "Boat 3", "--kind", "boat", "--region", "nanyang")
        address = f"http://localhost:{self.listener.port}"
        self.laptop.run("enrol", "--hub", address, "--code", code)
        self.laptop.run("second-copy", self._made("card"))

    def gives_a_dose(self, windows: Windows) -> None:
        windows.open_operation()
        windows.writes_down(NAME, NUMBER, PHONE)
        windows.record()
        windows.sync()

    def leaves_papers(self) -> None:
        """What is made to be carried or sent away, and names nobody."""
        self.laptop.run("bundle", "write", self._made("stick"))
        with suppress(AssertionError):  # a doctor who finds something says so with exit code 1
            self.laptop.run("doctor", "--support-file", self.folder / "support.zip")
        for kind in ("csv", "jsonl"):
            out = self.folder / f"log.{kind}"
            self.hub.command("export", "sync-log", "--format", kind, "--out", out)
        self.hub.command("backup", self.folder / "backup")
        for page in ("healthz", "readyz", "metrics"):
            with urllib.request.urlopen(f"http://127.0.0.1:{self.hub.port}/{page}") as answer:
                (self.folder / f"{page}.txt").write_bytes(answer.read())

    def _made(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        return folder


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    folder = tmp_path / "everything"
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        place = folder / name.lower()
        place.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(name, str(place))
    hub = RealHub(folder / "hub")
    hub.start()
    try:
        with listening(hub.port) as listener:
            yield Day(folder, hub, RealLaptop(folder / "laptop"), listener)
    finally:
        hub.kill()


def test_a_days_names_are_in_encrypted_files_alone(
    day: Day, capfd: pytest.CaptureFixture[str]
) -> None:
    day.joins()
    with day.laptop.windows() as windows:
        day.gives_a_dose(windows)
        assert traces_under(SECRETS, day.folder) == {}  # with the journal open, WAL and all
        windows.begins_to_write_down(*UNFINISHED)
        windows.loses_power()
    day.leaves_papers()
    assert counted(day) == 1
    assert traces_under((*SECRETS, *UNFINISHED), day.folder) == {}
    said = "".join(capfd.readouterr())
    assert traces((*SECRETS, *UNFINISHED), said.encode() + bytes(day.listener.heard)) == []
    assert b"VX" in day.listener.heard  # it did hear the records pass


def counted(day: Day) -> int:
    return int(json.loads(day.hub.command("status", "--json"))["doses_counted"])
