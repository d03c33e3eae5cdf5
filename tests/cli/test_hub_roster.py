"""The hub's commands for rosters, as somebody types them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from fieldapp.cli.hub_roster import judge
from fieldapp.domain.schedule.case import PriorDose
from tests.cli.conftest import Run
from tests.hub.conftest import new_world


def test_a_region_is_added_and_dropped_and_a_wrong_one_refused(tmp_path: Path, run: Run) -> None:
    world = new_world(tmp_path / "hub")
    world.laptop()
    world.laptop(b"epoch-02", region="south")
    world.store.close()
    data = tmp_path / "hub"
    assert "north, south" in run("hub", "subscribe", "1", "south", "--data", data).out
    assert "south" not in run("hub", "subscribe", "1", "south", "--drop", "--data", data).out
    wrong = run("hub", "subscribe", "1", "nowhere", "--data", data)
    assert wrong.code == 1
    assert "no region called nowhere" in wrong.err


def test_a_roster_is_written_for_the_stick(tmp_path: Path, run: Run) -> None:
    world = new_world(tmp_path / "hub")
    laptop = world.laptop()
    laptop.register("王小明")
    world.push_all(laptop)
    world.store.close()
    file, data = tmp_path / "roster.vxd", tmp_path / "hub"
    said = run("hub", "roster", "write", file, "--json", "--data", data)
    told = json.loads(said.out)
    assert (told["regions"], told["devices"], told["bytes"]) == (
        ["north"],
        [1],
        file.stat().st_size,
    )
    assert "bundle read" in run("hub", "roster", "write", file, "--data", data).out


def test_doses_are_judged_by_the_programme_that_laptops_follow() -> None:
    days = [PriorDose(day, "covid-inact-bibp") for day in _days()]
    assert list(judge()(None, days)) == ["", "too-early"]


def _days() -> list[date]:
    return [date(2021, 5, 1), date(2021, 5, 5)]
