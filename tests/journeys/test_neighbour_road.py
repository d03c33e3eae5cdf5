"""Two boats with no internet: each holds the other's records, one of them reaches the hub.

Real processes throughout: each step is one command, as a nurse would type it; the hub is off the
air until the second boat is back in town.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from fieldapp.actions.consult import Practice, consult
from fieldapp.actions.find_client import find_clients
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.system_clock import SystemClock
from fieldapp.domain.scan import identify
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import open_journal
from tests.sync.real_hub import RealHub

DATA = Path(__file__).parents[1] / "data"
PIN = "2468-test-pin"
USER = "nurse.test"


@dataclass
class Boat:
    """Runs commands for one laptop."""

    name: str
    home: Path
    pin: Path

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "FIELDAPP_PIN_FILE": str(self.pin),
            "FIELDAPP_HOME": str(self.home),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }

    def run(self, *words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "fieldapp", *map(str, words)]
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            env=self.environment(),
            check=False,
            timeout=120,
        )

    def json(self, *words: object) -> Any:
        done = self.run(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    @contextmanager
    def serving(self, meetings: int = 1) -> Iterator[tuple[str, list[Any]]]:
        """Listen in a process of its own; gives the address, and at the end what it counted."""
        command = [sys.executable, "-m", "fieldapp", "neighbour", "serve", "--json"]
        command += ["--listen", "127.0.0.1:0", "--meetings", str(meetings)]
        told: list[Any] = []
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=self.environment()
        ) as process:
            assert process.stdout is not None
            address = json.loads(process.stdout.readline())["listening"]
            try:
                yield address, told
                told += [json.loads(line) for line in process.stdout]
                assert process.wait(60) == 0
            finally:
                process.kill()


@pytest.fixture
def town(tmp_path: Path) -> tuple[RealHub, Boat, Boat]:
    """A hub that has gone off the air, and two boats that joined it before."""
    hub = RealHub(tmp_path / "hub")
    first = hub.code()
    url = hub.start()
    pin = tmp_path / "pin"
    pin.write_text(PIN, "ascii")
    boats = [Boat(f"Boat {n}", tmp_path / f"home-{n}", pin) for n in (1, 2)]
    for boat, code in zip(boats, (first, hub.code()), strict=True):
        boat.run("init", "--name", boat.name, "--kind", "boat", "--user", USER)
        joined = boat.run("enrol", "--hub", url, "--code", code)
        assert joined.returncode == 0, joined.stderr
    hub.kill()
    return hub, boats[0], boats[1]


def backlog(folder: Path, name: str, first: int, last: int, *, today: bool = False) -> Path:
    """Some rows of the made-up list; with `today`, all given this morning."""
    with (DATA / "backlog-1000.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))[first:last]
    if today:
        for row in rows:
            row["given_at"], row["expiry"] = f"{datetime.now():%Y-%m-%d}T00:01", "2099-12-31"
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return file


def test_the_records_reach_the_hub_and_the_receipts_come_home_through_the_neighbour(
    town: tuple[RealHub, Boat, Boat], tmp_path: Path
) -> None:
    hub, one, other = town
    one.json("import", backlog(tmp_path, "one.csv", 0, 40))
    other.json("import", backlog(tmp_path, "other.csv", 40, 60))
    ours, theirs = one.json("status")["waiting"], other.json("status")["waiting"]
    assert ours > theirs > 0
    assert one.run("sync").returncode == 1, "there is no internet"

    with other.serving() as (address, told):
        (met,) = one.json("neighbour", "meet", address)
    (heard,) = told
    assert met["given"] == heard["taken"]
    assert met["taken"] == heard["given"]
    assert met["it_holds"] == heard["we_hold"]
    assert met["we_hold"] == heard["it_holds"]
    assert (met["given"]["doses"], met["taken"]["doses"]) == (ours, theirs)
    assert (met["name"], heard["name"]) == ("Boat 2", "Boat 1")
    assert one.json("status")["waiting"] == ours, "a neighbour confirms nothing"

    hub.start()
    outcome = other.json("sync")
    assert (outcome["sent"], outcome["carried"]) == (theirs, ours)
    hub.kill()
    assert hub.counts()["confirmed"] == ours + theirs

    with other.serving() as (address, told):
        (home,) = one.json("neighbour", "meet", address)
    assert (home["confirmed"], home["it_holds"]["doses"]) == (ours, 0)
    laptop = one.json("status")
    assert (laptop["waiting"], laptop["confirmed"]) == (0, ours)
    assert one.run("verify").returncode == other.run("verify").returncode == 0
    assert not hub.problems().problems


def test_the_other_lane_is_warned_before_a_second_dose_today(
    town: tuple[RealHub, Boat, Boat], tmp_path: Path
) -> None:
    _, one, other = town
    today = backlog(tmp_path, "today.csv", 0, 12, today=True)
    assert one.json("import", today)["doses"] > 0
    with today.open(encoding="utf-8") as stream:
        one_row = next(csv.DictReader(stream))
    again = backlog(tmp_path, "same-people.csv", 0, 12)
    other.json("import", again)
    with other.serving() as (address, told):
        one.json("neighbour", "meet", address)
    assert told[0]["seen"] > 0
    seen = _seen_at_the_desk(other, one_row["id_number"])
    assert seen is not None
    assert (seen.team, seen.sure) == ("Boat 1", True)


def test_a_laptop_that_never_joined_is_told_what_to_do(tmp_path: Path) -> None:
    pin = tmp_path / "pin"
    pin.write_text(PIN, "ascii")
    boat = Boat("Boat 1", tmp_path / "home", pin)
    boat.run("init", "--name", boat.name, "--kind", "boat", "--user", USER)
    refused = boat.run("neighbour", "meet", "127.0.0.1:1")
    assert refused.returncode == 1
    assert "enrol this laptop" in refused.stderr


def _seen_at_the_desk(boat: Boat, document: str) -> Any:
    """What the desk of a boat is told when this document is scanned."""
    clock = SystemClock()
    journal = open_journal(boat.home, unlock(boat.home, USER, PIN, NoSecrets(), clock), clock)
    try:
        rules = load_programme("cn-nhc-2021-03-29")
        practice = Practice(journal, load_catalogue(), rules, load_questions(), clock)
        scan = identify(document, datetime.now().date())
        (client,) = find_clients(journal, scan)
        return consult(practice, client.client_id, {}).seen
    finally:
        journal.close()
