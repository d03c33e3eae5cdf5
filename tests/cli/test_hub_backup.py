"""The hub's backup as an operator types it."""

from __future__ import annotations

import shutil
from pathlib import Path

from .conftest import Run
from .test_hub import TEAM


def test_a_hub_is_backed_up_and_put_back(run: Run, tmp_path: Path, pin_file: Path) -> None:
    data, backup, new = tmp_path / "hub", tmp_path / "backup", tmp_path / "new"
    run("hub", "add-team", *TEAM, "--data", data)
    made = run("hub", "backup", backup, "--data", data)
    assert (made.code, made.err) == (0, "") and "hub-keys.json" in made.out
    again = run("hub", "backup", backup, "--data", data)
    assert again.code == 1 and "something in backup already" in again.err
    new.mkdir()
    shutil.copy(data / "hub-keys.json", new)
    restored = run("hub", "restore", backup, "--data", new, "--json")
    assert (restored.code, restored.json["pages"]) == (0, 0)
    assert "Put back on" in run("hub", "status", "--data", new).out
    assert run("hub", "verify", "--data", new).code == 0


def test_a_hub_without_its_keys_is_not_put_back(run: Run, tmp_path: Path, pin_file: Path) -> None:
    data, backup = tmp_path / "hub", tmp_path / "backup"
    run("hub", "add-team", *TEAM, "--data", data)
    run("hub", "backup", backup, "--data", data)
    (tmp_path / "new").mkdir()
    refused = run("hub", "restore", backup, "--data", tmp_path / "new")
    assert refused.code == 1 and "hub-keys.json is missing" in refused.err
