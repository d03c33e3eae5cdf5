"""`fieldapp hub export fhir|workbook`, as somebody types them."""

from __future__ import annotations

import json
from pathlib import Path

from fieldapp.actions.workbook.reading import is_workbook
from tests.hub.conftest import new_world
from tests.hub.fake_laptop import FakeLaptop
from tests.hub.workbook.boats import BOAT, PIER, boat
from tests.reports.fhir.reader import accept

from .conftest import Run


def a_hub(folder: Path) -> FakeLaptop:
    world = new_world(folder)
    laptop = world.laptop()
    laptop.give(laptop.register("王小明"))
    world.push_all(laptop)
    world.store.close()
    return laptop


def test_the_folder_holds_a_file_a_kind_and_the_manifest(tmp_path: Path, run: Run) -> None:
    a_hub(tmp_path / "hub")
    out = tmp_path / "out"
    said = run("hub", "export", "fhir", "--out", out, "--data", tmp_path / "hub")
    assert said.code == 0
    assert "1 people, 1 of 1 doses; 0 unaccounted." in said.out
    accept(json.loads((out / "Patient.ndjson").read_text("utf-8")))
    again = run("hub", "export", "fhir", "--out", out, "--data", tmp_path / "hub")
    assert (again.code, "not empty" in again.err) == (1, True)


def test_as_bundles_since_a_day_for_a_program(tmp_path: Path, run: Run) -> None:
    a_hub(tmp_path / "hub")
    wish = ("--bundle", "--since", "2021-05-09", "--json")
    said = run(
        "hub", "export", "fhir", "--out", tmp_path / "out", *wish, "--data", tmp_path / "hub"
    )
    assert said.json["doses"]["left_out"]["before_since"] == 1
    assert [one["file"] for one in said.json["files"]] == ["transaction-000001.json"]


def test_a_workbook_for_a_team_says_what_stands_in_it_and_whom_to_hand_it_to(
    tmp_path: Path, run: Run
) -> None:
    world = new_world(tmp_path / "hub")
    boat(world)
    world.store.close()
    out = tmp_path / "pier.xlsx"
    words = ("hub", "export", "workbook", "--day", "2021-06-30", "--language", "zh_CN")
    where = ("--place", PIER, "--out", out, "--data", tmp_path / "hub")
    said = run(*words, "--team", "1", *where)
    assert said.code == 0
    assert f"2 people due and 0 more with a seat, for {BOAT} · {PIER} · 2021-06-30" in said.out
    assert "keep it like a list of patients" in said.out and "No lot" not in said.out
    assert is_workbook(out)
    said = run(*words, "--team", "9", *where)
    assert (said.code, "No laptop has the number 9." in said.err) == (1, True)
