"""Promises of the commands for programs: the token alone on stdout, never again in any list."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from fieldapp.cli import main

UNTIL = (date.today() + timedelta(days=30)).isoformat()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "hub"
    assert main(["hub", "add-team", "Boat 3", "--kind", "boat", "--region", "370826",
                 "--data", str(folder)]) == 0  # fmt: skip
    return folder


def test_let_in_listed_and_ended(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    scopes = ["--scope", "figures.read", "--scope", "sync-log.read"]
    assert main(["hub", "add-token", "ministry", *scopes, "--until", UNTIL,
                 "--data", str(data)]) == 0  # fmt: skip
    token = capsys.readouterr().out.strip()
    assert token.startswith("fieldapp_") and " " not in token
    assert main(["hub", "tokens", "--json", "--data", str(data)]) == 0
    text = capsys.readouterr().out
    (row,) = json.loads(text)
    assert token not in text
    assert (row["name"], row["state"], row["until"]) == ("ministry", "holds", UNTIL)
    assert row["scopes"] == ["figures.read", "sync-log.read"]
    assert main(["hub", "end-token", "ministry", "--data", str(data)]) == 0
    capsys.readouterr()
    assert main(["hub", "tokens", "--data", str(data)]) == 0
    said = capsys.readouterr().out
    assert said == f"ministry  ended  until {UNTIL}  figures.read, sync-log.read  (never used)\n"


def test_what_cannot_be_is_said(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hub", "end-token", "nobody", "--data", str(data)]) == 1
    assert "nobody" in capsys.readouterr().err
    assert main(["hub", "tokens", "--data", str(data)]) == 0
    assert "No program has access." in capsys.readouterr().out
