"""Cells to type in are white and open, all others are grey and shut."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from fieldapp.reports.workbook.columns import KEYS
from fieldapp.reports.workbook.look import Look


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_only_what_is_typed_is_open(language: str) -> None:
    look = Look(xlsxwriter.Workbook(io.BytesIO()), language)
    for key in KEYS:
        assert not look.cell(key, typed=True).locked
        assert look.cell(key, typed=False).locked
        assert look.cell(key, typed=False) is look.cell(key, typed=False)
