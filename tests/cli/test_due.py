"""`fieldapp export due`: the report as a table, the list to call from as a page."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from fieldapp.actions.system_clock import SystemClock
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import open_journal
from tests.journal.laptop import give, register
from tests.ui.print.papers import pages

from .conftest import PIN, USERS, Run


@pytest.fixture
def with_somebody_due(home: Path, qapp: QGuiApplication) -> Path:
    clock = SystemClock()
    journal = open_journal(home, unlock(home, USERS[0].login, PIN, NoSecrets(), clock), clock)
    first = datetime.now().replace(microsecond=0) - timedelta(days=30)
    born = date(1980, 1, 1)
    client = register(journal, "王建国", phone="+8613800000001", birth_date=born)
    give(journal, client, occurred=first)
    journal.close()
    return home


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx"])
def test_the_report_is_written_in_every_format(
    run: Run, with_somebody_due: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"due.{form}"
    said = run("--home", with_somebody_due, "export", "due", "--format", form, "--out", out)
    assert (said.code, said.err) == (0, "")
    assert "2 rows" in said.out
    if form == "jsonl":
        lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        assert [line["line"] for line in lines] == ["due", "demand"]
        assert lines[0]["state"] == "due"


def test_the_list_to_call_from_is_a_page(run: Run, with_somebody_due: Path, tmp_path: Path) -> None:
    out = tmp_path / "due.pdf"
    said = run("--home", with_somebody_due, "export", "due", "--format", "pdf", "--out", out)
    assert (said.code, said.err) == (0, "")
    (text,) = pages(out.read_bytes())
    assert "138 0000 0001" in text
