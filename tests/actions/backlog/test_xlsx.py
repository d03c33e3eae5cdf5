"""Promises of reading Excel files: what a sheet says of its own size is not believed, and a digit
that a spreadsheet ate is never made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from fieldapp.actions.backlog.limits import Allowance, TooLarge
from fieldapp.actions.backlog.xlsx import Line, text_of, xlsx_tables
from tests.actions.backlog.books import SHEET, rebuilt


def read(path: Path) -> list[list[Line]]:
    return xlsx_tables(path, Allowance(path.name))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made, path = Workbook(), tmp_path / "book.xlsx"
    made.worksheets[0].append(["client_name", "status", None, "note"])
    made.worksheets[0].append([])
    made.worksheets[0].append(["甲", "given"])
    made.save(path)
    return path


def test_filled_lines_are_as_wide_as_the_sheet(book: Path) -> None:
    assert read(book) == [
        [(1, ("client_name", "status", "", "note")), (3, ("甲", "given", "", ""))]
    ]


@pytest.mark.parametrize("claim", ["A1:XFD1048576", "A1:ZZZ1048576", "A1", "A1:B1", "", None])
def test_what_a_sheet_says_of_its_size_is_not_believed(book: Path, claim: str | None) -> None:
    said = "" if claim is None else f'<dimension ref="{claim}"/>'
    rebuilt(book, lambda xml: xml.replace('<dimension ref="A1:D3"/>', said))
    (lines,) = read(book)
    assert [(number, [cell for cell in cells if cell]) for number, cells in lines] == [
        (1, ["client_name", "status", "note"]),
        (3, ["甲", "given"]),
    ]
    assert all(len(cells) < 10 for _, cells in lines)


def more_rows(row: str, times: int) -> Callable[[str], str]:
    return lambda xml: xml.replace("</sheetData>", row * times + "</sheetData>")


FILLED = "<row><c><v>1</v></c></row>"


@pytest.mark.parametrize(
    ("row", "times", "why"),
    [
        (FILLED, 100_001, "100,000 filled rows"),
        ('<row><c r="IW4"><v>1</v></c></row>', 1, "256 columns"),
        ('<row r="900000000"/>', 1, "millions of cells"),
        ('<row><c r="ZZZ4"/></row>', 2000, "millions of cells"),
    ],
)
def test_more_than_a_backlog_is_refused_with_what_to_do(
    row: str, times: int, why: str, book: Path
) -> None:
    rebuilt(book, more_rows(row, times))
    with pytest.raises(TooLarge, match=rf"{why}.*split it into files"):
        read(book)


def test_a_million_empty_rows_below_are_no_hindrance(book: Path) -> None:
    rebuilt(book, more_rows('<row r="1048576"><c r="A1048576" s="0"/></row>', 1))
    assert len(read(book)[0]) == 2


def test_one_sheet_that_is_named_a_thousand_times_is_not_read_so_often(book: Path) -> None:
    def again(xml: str) -> str:
        begin, end = xml.index("<sheet "), xml.index("</sheets>")
        one = xml[begin:end]
        more = (one.replace('name="Sheet"', f'name="S{n}"') for n in range(1000))
        return xml[:end] + "".join(more) + xml[end:]

    rebuilt(book, again, "xl/workbook.xml")
    with pytest.raises(TooLarge, match="100 sheets"):
        read(book)


def test_no_digit_is_made_up_in_place_of_one_that_was_eaten(book: Path) -> None:
    """LibreOffice writes 110101198003072311 typed into a number cell as 110101198003072000."""
    cells = ["110101198003072000", "1.10101198003072E17", "999999999999999", "13900000000"]
    row = "".join(f"<c><v>{cell}</v></c>" for cell in cells)
    rebuilt(book, more_rows(f"<row>{row}</row>", 1))
    assert read(book)[0][-1][1] == ("1.10101198003072E+17",) * 2 + tuple(cells[2:])


def test_dates_and_numbers_become_text() -> None:
    assert text_of(datetime(2021, 4, 9, 8, 58)) == "2021-04-09T08:58"
    assert text_of(date(1980, 1, 2)) == "1980-01-02"
    assert [text_of(cell) for cell in (None, 0, 5.0, 5.5, True, "x")] == [
        "", "0", "5", "5.5", "True", "x",
    ]  # fmt: skip


def test_a_file_that_is_packed_but_no_book_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        packed.writestr(SHEET, "<worksheet/>")
    with pytest.raises(ValueError, match="not a whole Excel file"):
        read(path)
