"""`fieldapp doctor`: a line a check, JSON for programs, exit 1 when somebody is needed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fieldapp.actions.doctor import machine

from .conftest import Run


def test_it_says_each_check_in_a_line_and_what_to_do(run: Run, home: Path) -> None:
    said = run("--home", home, "doctor")
    assert said.code == 0
    lines = said.out.splitlines()
    assert any(line.startswith("well  Journal: All ") for line in lines)
    assert any(line.startswith("look  Second copy: ") and "Put a card in" in line for line in lines)


def test_programs_get_codes_and_lights(run: Run, home: Path) -> None:
    found = {one["code"]: one for one in run("--home", home, "doctor", "--json").json}
    assert found["ChainWhole"]["light"] == "green"
    assert found["NotJoined"]["check"] == "Hub"
    assert "GB" in found["DiskRoom"]["happened"] if "DiskRoom" in found else True


def test_what_needs_somebody_now_is_exit_1(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "LITTLE_BYTES", 1 << 60)
    said = run("--home", home, "doctor")
    assert (said.code, said.out.splitlines()[0][:10]) == (1, "BAD   Disk")
    assert "needs somebody now" in said.err


def test_a_support_file_is_written_where_it_is_wanted(run: Run, home: Path, tmp_path: Path) -> None:
    assert run("--home", home, "doctor", "--support-file", tmp_path / "for-help.json").code == 0
    assert json.loads((tmp_path / "for-help.json").read_text())["format"] == 1


def test_a_journal_that_does_not_open_is_looked_at_from_outside(run: Run, home: Path) -> None:
    content = (home / "journal.db").read_bytes()
    (home / "journal.db").write_bytes(content[:5000] + b"damage" * 500 + content[8000:])
    said = run("--home", home, "doctor")
    assert said.code == 1
    assert "Disk" in said.out and "damaged" in said.err
