"""A whole installation says so step by step; one that lacks a part names it and what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.cli.selftest import parts, system
from fieldapp.cli.selftest.journey import Journey
from fieldapp.cli.selftest.run import steps
from fieldapp.cli.selftest.step import Step
from tests.cli.conftest import Run


def names() -> list[str]:
    return [step.name for step in steps(Journey(Path()))]


def test_a_whole_installation_passes_step_by_step_and_leaves_nothing(tmp_path: Path) -> None:
    surroundings = {**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "fieldapp", "selftest", "--json"],
        capture_output=True, text=True, check=False, env=surroundings,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert [step["step"] for step in told["steps"]] == names()
    assert {step["state"] for step in told["steps"]} <= {"ok", "better"}, told
    assert (done.returncode, done.stderr, told["ok"]) == (0, "", True)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that is tested quickly."""
    two = [Step("libraries", parts.libraries), Step("display libraries", system.display_libraries)]
    monkeypatch.setattr("fieldapp.cli.selftest.run.steps", lambda _journey: two)
    monkeypatch.setattr(system, "family", lambda: "debian")
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("two_steps")
def test_a_missing_part_is_named_and_the_rest_is_still_tried(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "LIBRARIES", ("no_such_library",))
    monkeypatch.setattr(system, "loads", lambda library: library != "libxcb-cursor.so.0")
    said = run("selftest")
    assert said.code == 1
    assert said.err == "fieldapp: not whole: libraries (what to do is above)\n"
    assert said.out.splitlines()[1:] == [
        "MISSING  libraries: cannot be loaded: no_such_library (No module named 'no_such_library')",
        "           Install fieldapp again; if it stays, send this line to its makers.",
        "better   display libraries: libxcb-cursor.so.0 not found",
        "           Type: sudo apt-get install libxcb-cursor0",
    ]


@pytest.mark.usefixtures("two_steps")
def test_programs_are_told_the_same(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "loads", lambda _library: True)
    said = run("selftest", "--json")
    assert said.code == 0 and said.json["ok"]
    assert said.json["version"].startswith("fieldapp ")
    assert [step["state"] for step in said.json["steps"]] == ["ok", "ok"]
