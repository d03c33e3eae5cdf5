"""The hub's disk dies in the evening; yesterday's backup is all there is. Nothing is lost.

Real processes: the hub, two laptops, and an operator at the command line.
"""

from __future__ import annotations

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from fieldapp.hub.keys import KEYS_FILE
from tests.hub.conftest import any_server, one_server, postgres_server  # noqa: F401  fixtures of the hub's room
from tests.hub.databases import Server, tools
from tests.journeys.real_laptop import RealLaptop
from tests.sync.real_hub import RealHub

YESTERDAY, TODAY = 2, 3


def people(first: int, many: int) -> list[tuple[str, str, int]]:
    """Made-up people with ID cards, each with dose 1."""
    return [(f"Test {number}", resident_id(number), 1) for number in range(first, first + many)]


def resident_id(number: int) -> str:
    born = date(1950, 1, 1) + timedelta(days=number)
    body = f"370826{born:%Y%m%d}{number % 1000:03d}"
    weights = [pow(2, 17 - place, 11) for place in range(17)]
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


@pytest.fixture
def hub(tmp_path: Path, any_server: Server | None) -> RealHub:  # noqa: F811  the fixture
    hub = RealHub(tmp_path / "hub")
    if any_server is not None:
        any_server.new_hub(hub.data)
    return hub


def test_a_hub_put_back_from_yesterdays_backup_loses_nothing(
    tmp_path: Path,
    hub: RealHub,
    any_server: Server | None,  # noqa: F811  the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", f"{tools()}{os.pathsep}{os.environ['PATH']}")
    boat, car, late = (RealLaptop(tmp_path / name) for name in ("boat", "car", "late"))
    backup, keys = tmp_path / "backup", tmp_path / "safe-place"
    keys.mkdir()
    hub.code()  # makes the hub
    hub.start()
    for laptop in (boat, car):
        laptop.join(hub, laptop.home.name, "north")
    boat.gave_dose_1(*people(0, YESTERDAY))
    boat.asks("sync")
    hub.command("backup", backup)
    shutil.copy(hub.data / KEYS_FILE, keys)

    boat.gave_dose_1(*people(10, TODAY))
    car.gave_dose_1(*people(20, TODAY))
    late.join(hub, "late", "north")
    late.gave_dose_1(*people(30, TODAY))
    for laptop in (boat, car, late):
        assert laptop.asks("sync")["waiting"] == 0
    hub.kill()
    shutil.rmtree(hub.data)

    hub.data.mkdir()
    shutil.copy(keys / KEYS_FILE, hub.data)
    where = ["--database", any_server.empty_database()] if any_server is not None else []
    assert "Each laptop sends again" in hub.command("restore", backup, *where)
    assert hub.counts()["doses_counted"] == YESTERDAY
    hub.start()
    assert "2 laptops not heard since" in hub.command("status")

    told = boat.asks("sync")
    assert told["sent_again"] > 0 and told["waiting"] == 0
    assert "put back to an older state" in told["happened"]
    assert car.asks("sync")["sent_again"] > 0
    code = hub.command("add-team", "late", "--kind", "boat", "--region", "north")
    late.run("enrol", "--hub", f"http://localhost:{hub.port}", "--code", code)
    assert late.asks("sync")["waiting"] == 0
    nothing_is_lost(hub, (boat, car, late))
    hub.kill()


def nothing_is_lost(hub: RealHub, laptops: tuple[RealLaptop, ...]) -> None:
    """Both sides say so, and each record is there once."""
    words = hub.command("status")
    assert "Every laptop has been here since and sent again what was lacking" in words
    counts = hub.counts()
    print(f"put back: {words.strip()}")
    print(f"put back: {counts['doses_counted']} of {YESTERDAY + 3 * TODAY} doses counted")
    assert counts["doses_counted"] == counts["doses"] == YESTERDAY + 3 * TODAY
    assert not any(device["owed"] for device in counts["devices"])
    for laptop in laptops:
        here = laptop.asks("status")
        assert (here["waiting"], here["recorded"]) == (0, here["confirmed"])
        assert laptop.asks("sync")["sent_again"] == 0
    assert hub.problems().problems == []
