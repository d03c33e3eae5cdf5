from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from fieldapp.actions.backlog.limits import MOST_ROWS, TooLarge, UnreadableFile
from fieldapp.actions.backlog.sheet import lost_digits, read_sheet

CSV = "client_name,status,vaccine,given_at\r\n测试甲,given,covid-inact-bibp,2021-04-09\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_is_read_whatever_program_saved_it(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "backlog.csv"
    path.write_bytes(CSV.encode(encoding))
    (row,) = read_sheet(path).rows
    assert (row.line, row.values["client_name"]) == (2, "测试甲")


def test_an_excel_file_gives_the_same_rows_with_dates_and_numbers_as_text(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["client_name", "status", "vaccine", "given_at", "birth_date", "phone"])
    moment = datetime(2021, 4, 9, 8, 58)
    sheet.append(["测试甲", "given", "mr-live", moment, date(1980, 1, 2), 13900000000.0])
    book.save(tmp_path / "backlog.xlsx")
    (row,) = read_sheet(tmp_path / "backlog.xlsx").rows
    assert row.values["given_at"] == "2021-04-09T08:58"
    assert row.values["birth_date"].startswith("1980-01-02")
    assert row.values["phone"] == "13900000000"


def test_a_quoted_line_break_does_not_shift_the_line_numbers(tmp_path: Path) -> None:
    path = tmp_path / "backlog.csv"
    lines = ["client_name,status,vaccine,given_at", '"测试\n甲",given,x,y', "测试乙,given,x,y"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [row.line for row in read_sheet(path).rows] == [2, 4]


def test_empty_lines_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "backlog.csv"
    path.write_text(CSV + "\r\n,,,\r\n", encoding="utf-8")
    assert len(read_sheet(path).rows) == 1


def test_of_two_columns_with_one_name_the_first_counts(tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"
    path.write_text(
        "client_name,status,vaccine,given_at,reason,refusal,reason\n甲,not-given,,2021-01-01,fever,x,y",
        encoding="utf-8",
    )
    assert read_sheet(path).rows[0].values["reason"] == "fever"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.csv", b"name,vaccine\n", "client_name is missing"),
        ("b.csv", b"", "client_name is missing"),
        ("c.csv", b"\xff\xfe\x00\xd8\xff" * 9, "damaged or of another format"),
        ("d.xlsx", b"not a zip file", "damaged or of another format"),
    ],
)
def test_a_file_that_is_no_backlog_is_refused_whole_with_a_reason(
    name: str, content: bytes, why: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=why):
        read_sheet(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"There is no file gone\.csv\. .* in which folder"):
        read_sheet(tmp_path / "gone.csv")


def test_an_excel_file_damaged_on_its_way_is_refused_in_words(tmp_path: Path) -> None:
    """Found by fuzzing: a turned bit inside the packed sheet stopped the import with a bug."""
    book, file = Workbook(), tmp_path / "backlog.xlsx"
    book.worksheets[0].append(["client_name", "status"])
    book.save(file)
    whole, refused = file.read_bytes(), 0
    for at in range(30, len(whole), 41):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            read_sheet(file)
        except UnreadableFile:
            refused += 1
    assert refused > 20


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("甲,given,x,y\n" * MOST_ROWS, "100,000 filled rows"),
        ("," * 300 + "x\n", "256 columns"),
        ("," * 1_100_000, "too long"),
        (f'a,"{"x" * 120_000}\n",' * 10, "too long"),
    ],
)
def test_a_list_without_end_is_refused_with_what_to_do(
    content: str, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "backlog.csv"
    path.write_text(CSV + content, encoding="utf-8")
    with pytest.raises(TooLarge, match=rf"{why}.*split it into files"):
        read_sheet(path)


def test_millions_of_empty_lines_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "backlog.csv"
    path.write_text(CSV + "\n" * 2_000_000 + CSV.splitlines()[1], encoding="utf-8")
    assert [row.line for row in read_sheet(path).rows] == [2, 2_000_003]


def test_a_number_that_lost_its_digits_is_told_from_one_that_did_not() -> None:
    assert all(map(lost_digits, ("1.10101E+17", "1,10101198003072E+17", "-2e+20", "1E+16")))
    assert not any(map(lost_digits, ("110101199003074514", "E+17", "12E10", "1.5", "", "1E+1x")))


def test_a_book_is_read_from_the_sheet_that_has_the_columns(tmp_path: Path) -> None:
    book = Workbook()
    for title, cells in (("Words", ["Overview"]), ("Cases", ["ID", "DOB"])):
        sheet = book.create_sheet(title)
        sheet.append(cells)
        sheet.append(["1", "2"])
    book.save(tmp_path / "cases.xlsx")
    (row,) = read_sheet(tmp_path / "cases.xlsx", ("id", "dob")).rows
    assert row.values == {"id": "1", "dob": "2"}
