"""A program that starts itself again finds itself, frozen or not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fieldapp.cli.this_program import program


def test_the_program_runs_itself() -> None:
    said = subprocess.run([*program(), "--help"], capture_output=True, text=True, check=True)
    assert "fieldapp" in said.stdout


def test_a_frozen_program_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program() == [sys.executable]
