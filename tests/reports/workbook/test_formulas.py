"""Formulas choose among the programme's answers; what they come to is asked of LibreOffice in
tests/actions/workbook and below."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldapp.domain.schedule.calendar import parse_period
from fieldapp.reports.workbook.content import NextDose
from fieldapp.reports.workbook.formulas import BLOCKS, Row, days_and_months, rule_cells
from fieldapp.reports.workbook.words import Words
from fieldapp.reports.workbook.write import workbook_bytes
from tests.office import needs_office, saved_by_office

from .made_up import CONTENT, SECOND


@pytest.mark.parametrize(
    ("period", "said"),
    [("21d", (21, None)), ("6w", (42, None)), ("6m", (None, 6)), ("18y", (None, 216))],
)
def test_a_period_is_days_or_months(period: str, said: tuple[int | None, int | None]) -> None:
    assert days_and_months(parse_period(period)) == said
    assert days_and_months(None) == (None, None)


def test_the_rules_of_a_person_stand_block_by_block() -> None:
    cells = rule_cells([SECOND, NextDose(None, None, "ask")])
    assert len(cells) == 2 * len(BLOCKS)
    assert cells[:6] == [2, None, date(2021, 7, 22), None, "", "ask"]


def test_a_blank_row_asks_no_rule() -> None:
    row = Row(Words("en"), 7, 2, None)
    assert "Rules!" not in row.dose + row.not_before + row.check + row.next


@needs_office
def test_office_takes_the_rule_of_the_lot_and_adds_months_as_the_programme_does(
    tmp_path: Path,
) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_bytes(CONTENT))
    book = load_workbook(path)
    sheet = book.worksheets[1]
    sheet["K5"], sheet["L5"] = "Given", "BIBP 0417"
    book.save(path)
    calculated = load_workbook(saved_by_office(path), data_only=True).worksheets[1]
    assert [calculated[cell].value for cell in ("I5", "J5", "R5", "S5")] == [
        2, datetime(2021, 7, 22), "OK", datetime(2022, 3, 1),
    ]  # fmt: skip
    sheet["L5"] = "BIBP 0418"
    book.save(path)
    calculated = load_workbook(saved_by_office(path), data_only=True).worksheets[1]
    assert [calculated[cell].value for cell in ("J5", "R5", "S5")] == [
        datetime(2021, 9, 1), "TOO EARLY", None,
    ]  # fmt: skip
