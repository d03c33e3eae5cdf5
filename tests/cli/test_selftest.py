"""A whole installation says so part by part; one that lacks a part names it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fieldapp.cli import selftest

from .conftest import Run

PARTS = [
    "libraries",
    "rules and catalogue",
    "scans",
    "encrypted journal",
    "windows",
    "papers and codes",
    "signed cards",
]


def test_a_whole_installation_passes_part_by_part() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fieldapp", "selftest"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [f"  {part}: works" for part in PARTS]


def test_a_missing_library_is_named_and_the_rest_is_still_checked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "_LIBRARIES", ("json", "no_such_library"))
    said = run("selftest")
    assert said.code == 1
    assert said.err == "fieldapp: not whole: libraries. Install it again.\n"
    lines = said.out.splitlines()
    assert lines[0] == "  libraries: ModuleNotFoundError: No module named 'no_such_library'"
    assert lines[1:] == [f"  {part}: works" for part in PARTS[1:]]
