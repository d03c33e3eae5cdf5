"""A new laptop that no network reaches: asks by stick, is seeded by a pack, works a whole day.

Real processes throughout: each step is one command, as a nurse and an operator would type it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fieldapp.cli.demo.hub_process import RunningHub, running_hub
from tests.journeys.test_usb_road import DATA

TEAM = ("--kind", "boat", "--region", "370826")


class Place:
    """A hub, a stick, and laptops, each with a home of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.hub, self.stick = folder, folder / "hub", folder / "stick"
        self.stick.mkdir()
        (folder / "pin").write_text("2468-test-pin", "ascii")

    def run(self, *words: object, home: str = "none") -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "FIELDAPP_PIN_FILE": str(self.folder / "pin"),
            "FIELDAPP_HOME": str(self.folder / home),
            "FIELDAPP_HUB_DATA": str(self.hub),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        command = [sys.executable, "-m", "fieldapp", *map(str, words)]
        return subprocess.run(
            command, capture_output=True, text=True, env=environment, check=False, timeout=120
        )

    def json(self, *words: object, home: str = "none") -> Any:
        done = self.run(*words, "--json", home=home)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def code(self, name: str) -> str:
        return self.run("hub", "add-team", name, *TEAM).stdout.strip()

    def laptop(self, home: str, lines: slice = slice(0)) -> str:
        """A home with some doses in it; its name."""
        self.run("init", "--name", home, "--kind", "boat", "--user", "nurse.test", home=home)
        rows = (DATA / "backlog-1000.csv").read_text("utf-8").splitlines(keepends=True)
        if chosen := rows[1:][lines]:
            (self.folder / "few.csv").write_text("".join([rows[0], *chosen]), "utf-8")
            assert self.run("import", self.folder / "few.csv", home=home).returncode == 0
        return home

    def ask(self, home: str, url: str, code: str) -> Any:
        return self.json("enrol", "--hub", url, "--code", code, "--to", self.stick, home=home)


@pytest.fixture
def town(tmp_path: Path) -> tuple[Place, RunningHub]:
    """A hub that holds sixty people, some with doses, and a registry; it is off the air."""
    place = Place(tmp_path)
    with running_hub(place.hub) as hub:
        old = place.laptop("old", slice(0, 60))
        place.json("enrol", "--hub", hub.url, "--code", place.code("Old Boat"), home=old)
        place.json("sync", home=old)
    place.json("hub", "registry", "write")
    return place, hub


def test_a_laptop_without_network_is_ready_for_its_first_day_and_all_of_it_comes_home(
    town: tuple[Place, RunningHub],
) -> None:
    place, hub = town
    new = place.laptop("new")
    asked = place.ask(new, hub.url, place.code("New Boat"))
    assert Path(asked["file"]).parent == place.stick
    packed = place.json("hub", "pack", place.stick)
    assert (packed["devices"], packed["refused"], packed["registry"]) == ([2], [], 1)
    told = place.json("hub", "status")["clients"]
    taken = place.json("enrol", "--pack", packed["file"], home=new)
    assert (taken["device"], taken["registry"]) == (2, 1)
    assert taken["people"] == taken["in_all"] == told > 0
    assert place.run("sync", home=new).returncode == 1, "there is no network"

    place.laptop(new, slice(60, 100))
    written = place.json("bundle", "write", place.stick, home=new)
    assert written["doses"] == place.json("status", home=new)["waiting"] > 0
    came = place.json("hub", "bundle", "read", written["file"])
    assert (came["doses"], came["refused"]) == (written["doses"], [])
    read = place.json("bundle", "read", came["answer"], home=new)
    assert (read["confirmed"], read["waiting"]) == (written["doses"], 0)
    assert place.run("verify", home=new).returncode == place.run("hub", "verify").returncode == 0


def test_the_first_sync_goes_on_from_the_pack(town: tuple[Place, RunningHub]) -> None:
    place, _off_the_air = town
    new = place.laptop("new")
    with running_hub(place.hub) as again:
        place.ask(new, again.url, place.code("New Boat"))
        packed = place.json("hub", "pack", place.stick)
        people = place.json("enrol", "--pack", packed["file"], home=new)["people"]
        first = place.json("sync", home=new)
        assert first["received"] == 0, "nobody is pulled twice"
        place.laptop("old", slice(60, 80))
        here = place.json("bundle", "read", packed["file"], home=new)
        assert (here["people"], here["in_all"]) == (0, people)


def test_a_pack_of_another_or_half_a_pack_changes_nothing(town: tuple[Place, RunningHub]) -> None:
    place, hub = town
    new, other = place.laptop("new", slice(60, 70)), place.laptop("other")
    code = place.code("New Boat")
    place.ask(new, hub.url, code)
    pack = Path(place.json("hub", "pack", place.stick)["file"])
    before = place.json("status", home=new)

    half = place.stick / "half.vxk"
    half.write_bytes(pack.read_bytes()[:-1])
    refused = place.run("enrol", "--pack", half, home=new)
    assert refused.returncode == 1
    assert "cut short" in refused.stderr
    assert "Nothing was changed" in refused.stderr
    after = place.json("status", home=new)
    same = ("recorded", "waiting", "clients", "device")
    assert [after[name] for name in same] == [before[name] for name in same]

    stranger = place.run("enrol", "--pack", pack, home=other)
    assert stranger.returncode == 1
    assert "for other laptops" in stranger.stderr
    place.ask(other, hub.url, code)
    second = place.run("hub", "pack", place.stick, "--json")
    assert second.returncode == 1, "a code takes in one laptop"
    assert json.loads(second.stdout)["devices"] == [2]
    copied = place.run("enrol", "--pack", json.loads(second.stdout)["file"], home=other)
    assert "the same code" in copied.stderr
    assert place.json("status", home=other)["device"] == 0
    assert place.json("enrol", "--pack", pack, home=new)["device"] == 2
