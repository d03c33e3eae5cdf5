"""The hub's backup as an operator types it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.hub.conftest import one_server, postgres_server  # noqa: F401  fixtures of the hub
from tests.hub.databases import Server

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


def test_a_hub_that_grew_moves_to_a_server(
    run: Run,
    tmp_path: Path,
    pin_file: Path,
    postgres_server: Server,  # noqa: F811  the fixture
) -> None:
    data = tmp_path / "hub"
    run("hub", "add-team", *TEAM, "--data", data)
    nowhere = run("hub", "move", "--data", data)
    assert nowhere.code == 1 and "--database postgresql://HOST/NAME" in nowhere.err
    moved = run("hub", "move", "--data", data, "--database", postgres_server.empty_database())
    assert moved.code == 0 and "hub.db.moved" in moved.out
    assert run("hub", "verify", "--data", data).code == 0
