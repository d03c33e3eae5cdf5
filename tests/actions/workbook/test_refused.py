"""Refused rows are written with the seal, so that their file can be imported as it is."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.actions.backlog.refused import CannotWriteRefused
from fieldapp.actions.backlog.sheet import read_tables
from fieldapp.actions.workbook.refused import write_refused
from tests.actions.workbook.plans import PLAN


def test_an_older_file_goes_when_nothing_is_refused_any_more(tmp_path: Path) -> None:
    source = tmp_path / "session.xlsx"
    file = write_refused(source, PLAN.returned, PLAN.refusals)
    assert file is not None
    assert "before_session" in file.read_text("utf-8-sig")
    assert write_refused(source, PLAN.returned, ()) is None
    assert not file.exists()


def test_a_folder_that_takes_no_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteRefused):
        write_refused(tmp_path / "nowhere" / "session.xlsx", PLAN.returned, PLAN.refusals)


def test_it_is_private_and_runs_nothing(tmp_path: Path) -> None:
    live = replace(PLAN.returned, header=("Name", "Note"))
    live = replace(live, rows=(replace(live.rows[0], raw=("+86139", "=1+1")),))
    file = write_refused(tmp_path / "session.xlsx", live, PLAN.refusals)
    assert file is not None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "'+86139,'=1+1," in file.read_text("utf-8-sig")
    assert read_tables(file)[0][1][1][:2] == ("+86139", "=1+1")
