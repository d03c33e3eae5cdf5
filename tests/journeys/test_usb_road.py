"""A boat that never sees a network: every dose reaches the hub on a stick, receipts come home.

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

from fieldapp.cli.demo.hub_process import running_hub

DATA = Path(__file__).parents[1] / "data"


class Shell:
    """Runs commands for one laptop and one hub."""

    def __init__(self, folder: Path) -> None:
        self.hub, self.stick = folder / "hub", folder / "stick"
        self.stick.mkdir()
        pin = folder / "pin"
        pin.write_text("2468-test-pin", "ascii")
        self.environment = {
            **os.environ,
            "FIELDAPP_PIN_FILE": str(pin),
            "FIELDAPP_HOME": str(folder / "home"),
            "FIELDAPP_HUB_DATA": str(self.hub),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }

    def run(self, *words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "fieldapp", *map(str, words)]
        return subprocess.run(
            command, capture_output=True, text=True, env=self.environment, check=False, timeout=120
        )

    def json(self, *words: object) -> Any:
        done = self.run(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A laptop that joined in town, with some doses; the hub has since gone off the air."""
    made = Shell(tmp_path)
    with running_hub(made.hub) as hub:
        team = ["Boat Test", "--kind", "boat", "--region", "370826"]
        code = made.run("hub", "add-team", *team).stdout.strip()
        made.run("init", "--name", "Boat Test", "--kind", "boat", "--user", "nurse.test")
        assert made.run("enrol", "--hub", hub.url, "--code", code).returncode == 0
    lines = (DATA / "backlog-1000.csv").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "few.csv").write_text("".join(lines[:61]), "utf-8")
    made.run("import", tmp_path / "few.csv")
    return made


def test_a_days_doses_go_by_stick_and_both_ends_agree(shell: Shell) -> None:
    assert shell.run("sync").returncode == 1, "there is no network"
    written = shell.json("bundle", "write", shell.stick)
    waiting = shell.json("status")["waiting"]
    assert written["doses"] == waiting > 0
    came = shell.json("hub", "bundle", "read", written["file"])
    assert (came["doses"], came["refused"]) == (waiting, [])
    read = shell.json("bundle", "read", came["answer"])
    assert (read["confirmed"], read["waiting"]) == (waiting, 0)
    laptop, hub = shell.json("status"), shell.json("hub", "status")
    assert (laptop["confirmed"], laptop["clients"]) == (hub["confirmed"], hub["clients"])
    assert shell.run("verify").returncode == shell.run("hub", "verify").returncode == 0


def test_half_a_file_is_refused_and_the_next_stick_brings_everything(shell: Shell) -> None:
    written = shell.json("bundle", "write", shell.stick)
    file = Path(written["file"])
    file.write_bytes(file.read_bytes()[: written["bytes"] // 2])
    refused = shell.run("hub", "bundle", "read", file)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Nothing of it was stored" in refused.stderr
    again = shell.json("bundle", "write", shell.stick / "again.vxb")
    assert shell.json("hub", "bundle", "read", again["file"])["doses"] == written["doses"]
