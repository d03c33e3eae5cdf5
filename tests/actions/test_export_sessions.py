from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from fieldapp.actions.close_session import close_session
from fieldapp.actions.export_sessions import NoSessionYet, export_sessions, newest_summary
from fieldapp.actions.load_vials import Load
from tests.actions.operation import A, B, Operation
from tests.journal.laptop import LEAD


def test_every_session_is_told_with_a_row_a_lot(operation: Operation, tmp_path: Path) -> None:
    operation.start(Load(A, 3), Load(B, 2)).give(2, A)
    operation.release_all()
    operation.count(A, 1)
    operation.count(B, 2)
    close_session(operation.practice, user=LEAD.login)
    operation.start(number=72)
    out = tmp_path / "sessions.csv"
    assert export_sessions(operation.practice, "csv", out) == 3
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    told = [(row["operation"], row["lot"], row["loaded"], row["missing"]) for row in rows]
    assert told == [("71", "0417", "3", "0"), ("71", "0418", "2", "0"), ("72", "", "", "")]
    assert rows[2]["closed_at"] == ""
    assert export_sessions(operation.practice, "csv", out, date(2021, 8, 2)) == 0
    assert newest_summary(operation.practice).operation == 72


def test_without_a_session_there_is_no_page(operation: Operation) -> None:
    with pytest.raises(NoSessionYet):
        newest_summary(operation.practice)
