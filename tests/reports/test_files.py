from __future__ import annotations

import csv
import json
import stat
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldapp.reports.files import FORMATS, CannotWrite, harmless, write_private, write_table
from fieldapp.reports.table import Table

TABLE = Table("doses", ("name", "doses", "consent"), [("测试甲", 2, True), ("=1+1", None, False)])


def test_a_csv_opens_in_excel_with_chinese_names_intact(tmp_path: Path) -> None:
    path = tmp_path / "doses.csv"
    write_table(TABLE, "csv", path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows[0] == {"name": "测试甲", "doses": "2", "consent": "yes"}


def test_text_that_a_spreadsheet_would_run_is_shown_as_text(tmp_path: Path) -> None:
    write_table(TABLE, "csv", tmp_path / "doses.csv")
    write_table(TABLE, "xlsx", tmp_path / "doses.xlsx")
    assert "'=1+1" in (tmp_path / "doses.csv").read_text(encoding="utf-8-sig")
    cell = load_workbook(tmp_path / "doses.xlsx").worksheets[0]["A3"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_json_lines_keep_types_and_column_order(tmp_path: Path) -> None:
    write_table(TABLE, "jsonl", tmp_path / "doses.jsonl")
    first = (tmp_path / "doses.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(first) == {"name": "测试甲", "doses": 2, "consent": True}
    assert list(json.loads(first)) == ["name", "doses", "consent"]


def test_an_excel_file_holds_every_row_under_its_header(tmp_path: Path) -> None:
    write_table(TABLE, "xlsx", tmp_path / "doses.xlsx")
    rows = list(load_workbook(tmp_path / "doses.xlsx").worksheets[0].values)
    assert rows[0] == ("name", "doses", "consent")
    assert rows[1] == ("测试甲", 2, True)


@pytest.mark.parametrize("fmt", sorted(FORMATS))
def test_a_full_or_missing_folder_leaves_no_half_file(fmt: str, tmp_path: Path) -> None:
    target = tmp_path / "gone" / f"doses.{fmt}"
    with pytest.raises(CannotWrite, match="No such file"):
        write_table(TABLE, fmt, target)
    assert not target.exists()


def test_a_file_about_people_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "card.pdf"
    path.parent.mkdir()
    left = path.with_name("card.pdf.partial")
    left.write_bytes(b"half")
    left.chmod(0o644)
    write_private(b"whole", path)
    assert path.read_bytes() == b"whole"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_private_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CannotWrite, match=r"card\.pdf"):
        write_private(b"whole", tmp_path / "file" / "card.pdf")


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "\t=1", "\r=1", "-1+cmd|' /C calc'!A0", "+cmd|x", "--1", "+1+2"]
)
def test_no_text_that_somebody_typed_runs_in_a_table_program(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["+8613800000001", "+86 138 0000 0001", "-5", "-2.5", "-", "2-8"])
def test_telephone_numbers_and_numbers_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_what_must_be_known_of_a_private_file_is_told_before_it_bears_its_name(
    tmp_path: Path,
) -> None:
    path, seen = tmp_path / "card.pdf", []
    write_private(b"whole", path, when_safe=lambda: seen.append(path.exists()))
    assert (seen, path.read_bytes()) == ([False], b"whole")


def test_a_private_file_of_which_nobody_can_be_told_is_not_left_there(tmp_path: Path) -> None:
    def nobody() -> None:
        raise KeyError("nobody")

    with pytest.raises(KeyError):
        write_private(b"whole", tmp_path / "card.pdf", when_safe=nobody)
    assert not list(tmp_path.iterdir())
