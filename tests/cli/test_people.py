"""`fieldapp user`: who may unlock this laptop, one more, and one less."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def new_pin(tmp_path: Path) -> Path:
    file = tmp_path / "new.txt"
    file.write_text("four unrelated words\n", encoding="utf-8")
    return file


def test_the_people_are_listed_without_a_pin(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FIELDAPP_PIN_FILE")
    assert "lead.test: Lead Test, lead" in run("--home", home, "user", "list").out
    listed = run("--home", home, "user", "list", "--json").json
    assert listed[0] == {"login": "nurse.test", "name": "Nurse Test", "role": "recorder"}


def test_a_lead_adds_somebody_who_can_work_then(
    run: Run, home: Path, new_pin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("user", "add", "zhao.min:lead", "--pin-file", new_pin, "--as", "lead.test")
    said = run("--home", home, *words)
    assert (said.code, said.out) == (0, "Zhao Min may unlock this laptop now.\n")
    monkeypatch.setenv("FIELDAPP_PIN_FILE", str(new_pin))
    assert run("--home", home, "status", "--as", "zhao.min").code == 0


def test_a_lead_ends_the_access_of_somebody_who_left(run: Run, home: Path) -> None:
    said = run("--home", home, "user", "end", "nurse.test", "--as", "lead.test")
    assert said.code == 0 and "can no longer unlock" in said.out
    assert "nurse.test" not in run("--home", home, "user", "list").out
    said = run("--home", home, "user", "end", "lead.test", "--as", "lead.test")
    assert said.code == 1 and "Nobody else" in said.err


def test_a_recorder_is_told_whom_to_ask(run: Run, home: Path, new_pin: Path) -> None:
    said = run("--home", home, "user", "add", "zhao.min", "--pin-file", new_pin)
    assert said.code == 1 and "team lead or supervisor" in said.err


def test_a_pin_file_that_cannot_be_read_is_said(run: Run, home: Path, tmp_path: Path) -> None:
    words = ("user", "add", "zhao.min", "--pin-file", tmp_path / "none", "--as", "lead.test")
    said = run("--home", home, *words)
    assert said.code == 1 and "--pin-file" in said.err
