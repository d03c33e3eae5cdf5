"""Refused rows are written with the seal, so that their file can be imported as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions.backlog.refused import CannotWriteRefused
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
