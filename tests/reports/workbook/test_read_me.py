"""The sheet that says how, in both languages, the workbook's own first."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from fieldapp.reports.workbook.content import Content
from fieldapp.reports.workbook.read_me import STEPS
from fieldapp.reports.workbook.words import LANGUAGES, Words
from fieldapp.reports.workbook.write import workbook_bytes

from .made_up import CONTENT


def texts(content: Content) -> list[str]:
    sheet = load_workbook(io.BytesIO(workbook_bytes(content))).worksheets[0]
    return [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_told_in_both_languages(language: str) -> None:
    said = texts(replace(CONTENT, language=language))
    assert said[0] == Words(language)("read.title")
    for words in map(Words, LANGUAGES):
        assert {words(f"read.{n}") for n in range(1, STEPS + 1)} <= set(said)


def test_what_does_not_fit_or_lacks_is_said() -> None:
    said = " ".join(texts(replace(CONTENT, left_out=3, lots=())))
    assert "3 more people" in said
    assert "No lot was on board" in said
