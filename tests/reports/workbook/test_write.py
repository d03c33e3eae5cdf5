"""The workbook as a file: two sheets to see, two behind the formulas."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from fieldapp.reports.workbook.write import workbook_bytes

from .made_up import CONTENT


def test_people_are_shown_first_and_the_lists_are_out_of_sight() -> None:
    book = load_workbook(io.BytesIO(workbook_bytes(CONTENT)))
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible"] * 2 + ["hidden"] * 2
    assert book.active is book.worksheets[1]
    lists = book["Lists"]
    assert [lists["A2"].value, lists["B2"].value, lists["A3"].value] == [
        "BIBP 0417", 216, "BIBP 0418",
    ]  # fmt: skip
