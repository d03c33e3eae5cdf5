"""Promises of the log as a file: what was asked for, the proof behind it, a whole file or none."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from fieldapp.hub.sync_log.export import export_sync_log
from fieldapp.reports.files import CannotWrite
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


@pytest.fixture
def world_with_log(world: World) -> World:
    laptop = world.laptop(name="=Boat")
    laptop.give(laptop.register("Wang Xiaoming"))
    world.push_all(laptop)
    laptop.give(laptop.register("Not sent"))
    world.push(laptop, heads=(laptop.head,))
    return world


def test_the_whole_log_with_its_proof(world_with_log: World, tmp_path: Path) -> None:
    out = tmp_path / "log.csv"
    data = world_with_log.store.folder
    assert export_sync_log(data, "csv", out, now_s=lambda: NOW_S) == 2
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert [row["line"] for row in rows] == ["attempt", "attempt", "head", "owed", "sum", "total"]
    owed, total = rows[3], rows[5]
    assert (owed["owed_first"], owed["owed_last"]) == ("5", "6")
    assert (total["recorded"], total["waiting"], total["confirmed"]) == ("6", "2", "4")
    assert rows[0]["team"] == "'=Boat", "no spreadsheet runs a team's name"


def test_since_a_day_leaves_out_attempts_and_no_proof(
    world_with_log: World, tmp_path: Path
) -> None:
    out = tmp_path / "log.jsonl"
    data = world_with_log.store.folder
    assert export_sync_log(data, "jsonl", out, since_s=NOW_S + 1, now_s=lambda: NOW_S) == 0
    assert '"line": "total"' in out.read_text("utf-8")


@pytest.mark.parametrize("fmt", ["csv", "xlsx", "jsonl"])
def test_a_folder_that_is_not_there_is_said(
    world_with_log: World, tmp_path: Path, fmt: str
) -> None:
    with pytest.raises(CannotWrite):
        export_sync_log(world_with_log.store.folder, fmt, tmp_path / "gone" / f"log.{fmt}")
