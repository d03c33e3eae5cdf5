"""The sheet to fill in: open where it is typed, shut elsewhere, text where digits would be lost."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from fieldapp.reports.workbook.columns import COLUMNS, KEYS, index
from fieldapp.reports.workbook.content import BlankLine
from fieldapp.reports.workbook.write import workbook_bytes

from .made_up import CONTENT


@pytest.fixture
def sheet() -> Any:
    return load_workbook(io.BytesIO(workbook_bytes(CONTENT))).worksheets[1]


def test_only_the_cells_to_type_in_are_open(sheet: Any) -> None:
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    for column, cell in zip(COLUMNS, sheet[5], strict=True):
        assert cell.protection.locked == (column.typed != "all"), column.key
    for column, cell in zip(COLUMNS, sheet[6], strict=True):
        assert cell.protection.locked == (not column.typed), column.key


def test_documents_and_phones_are_text_so_that_no_digit_is_lost(sheet: Any) -> None:
    for key in ("document", "phone", "lot", "row"):
        assert sheet.cell(6, index(key) + 1).number_format == "@"


def test_choices_are_dropped_down(sheet: Any) -> None:
    asked = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    assert asked["L5:L6"].formula1 == "Lists!$A$2:$A$3"
    assert asked["C6"].type == "list"
    assert asked["K5:K6"].formula1 == '"Given,Not given"'
    assert asked["M5:M6"].type == "date"


def test_too_early_is_red(sheet: Any) -> None:
    rules = [rule for found in sheet.conditional_formatting for rule in found.rules]
    assert '"TOO EARLY"' in [rule.formula[0] for rule in rules]


def test_a_page_is_a4_across_with_the_names_of_the_columns_on_each(sheet: Any) -> None:
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$4:$4"
    assert "00c0ffee" in sheet.oddFooter.right.text


def test_the_seal_is_there_and_nobody_sees_it(sheet: Any) -> None:
    (line,) = [row[0] for row in sheet.iter_rows() if str(row[0].value).startswith("fieldapp-seal")]
    assert sheet.row_dimensions[line.row].hidden


def test_a_place_that_looks_like_a_formula_stays_text(sheet: Any) -> None:
    assert sheet["A1"].data_type == "s"
    assert len(sheet[5]) == len(KEYS)


def test_what_is_told_of_who_may_come_stands_in_a_blank_row_shut_and_whole() -> None:
    told = "Booked 09:20\nPassport\n…0001"
    content = replace(CONTENT, blanks=(BlankLine(2, "AAAA-002-CCCC", told),))
    sheet = load_workbook(io.BytesIO(workbook_bytes(content))).worksheets[1]
    cell = sheet.cell(6, index("history") + 1)
    assert (cell.value, cell.protection.locked) == (told, True)
    assert sheet.row_dimensions[6].height >= 39
