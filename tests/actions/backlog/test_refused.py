"""Refused rows go to a file of their own that Excel opens and the import reads again."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest

from fieldapp.actions.backlog.refused import CannotWriteRefused, refused_path, write_refused
from fieldapp.actions.backlog.row import Refusal
from fieldapp.actions.backlog.sheet import read_sheet

HEADER = "client_name,status,vaccine,given_at,extra"
NO = Refusal(3, "bad_date", "given_at", "This is not a date.")


def backlog(folder: Path) -> Path:
    path = folder / "backlog.csv"
    lines = [HEADER, "测试甲,given,x,2021-04-09,kept", "测试乙,given,x,soon,keep me"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_refused_row_keeps_every_cell_and_gains_code_reason_column_and_line(
    tmp_path: Path,
) -> None:
    path = backlog(tmp_path)
    written = write_refused(path, read_sheet(path), [NO])
    assert written == refused_path(path) == tmp_path / "backlog.csv.refused.csv"
    with written.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["client_name"], row["given_at"], row["extra"]) == ("测试乙", "soon", "keep me")
    assert (row["refusal"], row["reason"]) == ("bad_date", "This is not a date.")
    assert (row["refused_column"], row["line"]) == ("given_at", "3")


def test_excel_sees_chinese_names_because_the_file_says_that_it_is_utf_8(tmp_path: Path) -> None:
    path = backlog(tmp_path)
    write_refused(path, read_sheet(path), [NO])
    assert refused_path(path).read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_short_row_is_filled_so_that_the_columns_stay_in_line(tmp_path: Path) -> None:
    path = tmp_path / "backlog.csv"
    path.write_text(f"{HEADER}\n测试甲,given,x,2021-04-09\n测试乙,given\n", encoding="utf-8")
    write_refused(path, read_sheet(path), [NO])
    with refused_path(path).open(encoding="utf-8-sig", newline="") as stream:
        header, row = csv.reader(stream)
    assert len(header) == len(row)
    assert row[5] == "bad_date"


def test_when_nothing_is_refused_any_more_the_old_file_goes(tmp_path: Path) -> None:
    path = backlog(tmp_path)
    sheet = read_sheet(path)
    write_refused(path, sheet, [NO])
    assert write_refused(path, sheet, []) is None
    assert not refused_path(path).exists()


def test_the_source_is_never_changed(tmp_path: Path) -> None:
    path = backlog(tmp_path)
    before = path.read_bytes()
    write_refused(path, read_sheet(path), [NO])
    assert path.read_bytes() == before


def test_a_folder_that_takes_no_file_is_said_in_words(tmp_path: Path) -> None:
    path = backlog(tmp_path)
    refused_path(path).mkdir()
    with pytest.raises(CannotWriteRefused, match=r"beside backlog\.csv.*good rows are recorded"):
        write_refused(path, read_sheet(path), [NO])


def test_a_stick_that_was_pulled_out_gets_no_folder_in_its_place(tmp_path: Path) -> None:
    path = backlog(tmp_path)
    sheet = read_sheet(path)
    with pytest.raises(CannotWriteRefused):
        write_refused(tmp_path / "stick" / "backlog.csv", sheet, [NO])
    assert not (tmp_path / "stick").exists()


def test_only_its_owner_may_read_who_was_refused(tmp_path: Path) -> None:
    path = backlog(tmp_path)
    refused_path(path).touch(0o644)
    written = write_refused(path, read_sheet(path), [NO])
    assert written is not None
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_what_a_spreadsheet_would_run_is_guarded_and_is_read_again_as_it_was(
    tmp_path: Path,
) -> None:
    path = tmp_path / "backlog.csv"
    live = ["=HYPERLINK(1)", "+8613900000000", "-2", "@x"]
    lines = [[*HEADER.split(","), "=cmd|x"], [], ["'甲", *live, "'=kept"]]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(lines)
    before = read_sheet(path)
    written = write_refused(path, before, [NO])
    assert written is not None
    with written.open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    again = read_sheet(written)
    assert again.rows[0].cells[:6] == before.rows[0].cells == ("'甲", *live, "'=kept")
    assert again.header[:6] == before.header
