"""`fieldapp export session`: the table of all, the page of the newest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from fieldapp.actions.start_operation import OperationPlan, start_operation
from fieldapp.actions.system_clock import SystemClock
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import open_journal
from tests.ui.print.papers import pages

from .conftest import PIN, USERS, Run


@pytest.fixture
def at_work(home: Path, qapp: QGuiApplication) -> Path:
    """A home with an open operation."""
    clock = SystemClock()
    journal = open_journal(home, unlock(home, USERS[0].login, PIN, NoSecrets(), clock), clock)
    plan = OperationPlan(71, "Nanyang pier")
    start_operation(journal, plan, programme="cn-nhc-2021-03-29", user=USERS[0].login)
    journal.close()
    return home


def test_a_session_is_exported_as_page_and_as_table(
    run: Run, at_work: Path, tmp_path: Path
) -> None:
    page, table = tmp_path / "session.pdf", tmp_path / "session.jsonl"
    said = run("--home", at_work, "export", "session", "--format", "pdf", "--out", page)
    assert (said.code, said.err) == (0, "")
    (text,) = pages(page.read_bytes())
    assert "Nanyang pier" in text
    run("--home", at_work, "export", "session", "--format", "jsonl", "--out", table)
    assert json.loads(table.read_text("utf-8"))["operation"] == 71


def test_without_a_session_it_says_what_to_do(run: Run, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "session.pdf"
    said = run("--home", home, "export", "session", "--format", "pdf", "--out", out)
    assert said.code == 1
    assert "No session was opened" in said.err
    assert not out.exists()


def test_only_the_session_has_a_page(run: Run, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "doses.pdf"
    said = run("--home", home, "export", "doses", "--format", "pdf", "--out", out)
    assert said.code == 2
    assert "no other has such a form" in said.err
