"""`fieldapp export workbook`: the session's people in a file that others can fill in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldapp.actions.load_vials import Load
from fieldapp.actions.start_operation import OperationPlan, start_operation
from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.workbook import language_here
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import open_journal
from tests.actions.operation import PROGRAMME, A
from tests.actions.workbook.made_up import fill

from .conftest import PIN, USERS, Run


@pytest.fixture
def at_work(home: Path) -> Path:
    """A home with an open operation."""
    clock = SystemClock()
    journal = open_journal(home, unlock(home, USERS[0].login, PIN, NoSecrets(), clock), clock)
    plan = OperationPlan(
        71, "Nanyang pier", loads=(Load(replace(A, expiry=date(2099, 6, 30)), 1, 5),)
    )
    start_operation(journal, plan, programme=PROGRAMME, user=USERS[0].login)
    journal.close()
    return home


def test_the_open_session_is_written(run: Run, at_work: Path, tmp_path: Path) -> None:
    out = tmp_path / "session.xlsx"
    words = ("export", "workbook", "--out", out, "--language", "zh_CN", "--blank-rows", 3)
    said = run("--home", at_work, *words)
    assert (said.code, said.err) == (0, "")
    assert "3 blank rows" in said.out
    assert "list of patients" in said.out
    assert load_workbook(out).sheetnames[:2] == ["填写说明", "人员"]


def test_without_a_session_somebody_is_told_what_to_do(
    run: Run, home: Path, tmp_path: Path
) -> None:
    said = run("--home", home, "export", "workbook", "--out", tmp_path / "x.xlsx")
    assert said.code == 1
    assert "Open the session first" in said.err


def test_a_workbook_has_no_other_form(run: Run, home: Path, tmp_path: Path) -> None:
    words = ("export", "workbook", "--format", "pdf", "--out", tmp_path / "x.pdf")
    assert run("--home", home, *words).code == 2


def test_the_language_is_this_machines_as_far_as_a_workbook_speaks_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, said in (("zh_CN", "zh_CN"), ("Chinese (Simplified)_China", "zh_CN"), (None, "en")):
        monkeypatch.setattr("locale.getlocale", lambda name=name: (name, "UTF-8"))
        assert language_here() == said


def test_a_workbook_comes_back_by_import(run: Run, at_work: Path, tmp_path: Path) -> None:
    out = tmp_path / "session.xlsx"
    run("--home", at_work, "export", "workbook", "--out", out, "--language", "en")
    day = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)
    good = {"status": "Given", "lot": "0417", "day": day, "kind": "No papers", "born": 1980}
    fill(out, {1: {**good, "name": "刘洋"}, 2: {**good, "name": "Lot Unknown", "lot": "1"}})
    dry = run("--home", at_work, "import", out, "--dry-run", "--json")
    assert (dry.json["doses"], dry.json["refused"]) == (1, {"6": ["unknown_lot", "lot"]})
    said = run("--home", at_work, "import", out)
    assert said.code == 0
    assert "1 doses and 0 not given recorded" in said.out
    assert "Line 6 refused, Lot: This lot is not one of the workbook's." in said.out
    assert "session.xlsx.refused.csv" in said.err
    again = run("--home", at_work, "import", out, "--json").json
    assert (again["doses"], again["already_here"]) == (0, 1)
    assert run("--home", at_work, "verify").code == 0
