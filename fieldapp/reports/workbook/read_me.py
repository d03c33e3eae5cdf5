"""The sheet that says how the workbook is filled in and who gets it, in both languages."""

from __future__ import annotations

from typing import Any

from fieldapp.reports.workbook.content import Content
from fieldapp.reports.workbook.look import Look
from fieldapp.reports.workbook.words import LANGUAGES, Words

STEPS = 10
_SIGNS_A_LINE, _LINE_HEIGHT = 108, 15.5


def write_read_me(sheet: Any, look: Look, content: Content) -> None:
    """The language of the workbook first, the other below it."""
    sheet.set_column(0, 0, 4)
    sheet.set_column(1, 1, 100)
    at = 0
    for language in sorted(LANGUAGES, key=lambda one: one != content.language):
        at = _write_steps(sheet, look, content, Words(language), at) + 1
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect("")


def _write_steps(sheet: Any, look: Look, content: Content, words: Words, at: int) -> int:
    sheet.write_string(at, 0, words("read.title"), look.title)
    sheet.set_row(at, 26)
    sheet.write_string(at + 1, 0, words("private"), look.warning)
    at += 2
    for step in range(1, STEPS + 1):
        _write(sheet, look, at, str(step), words(f"read.{step}"))
        at += 1
    said = [words("read.left_out", count=content.left_out)] if content.left_out else []
    lots = "; ".join(lot.words for lot in content.lots)
    said.append(f"{words('read.lots')}: {lots}" if lots else words("read.no_lots"))
    for text in said:
        _write(sheet, look, at, "", text)
        at += 1
    return at


def _write(sheet: Any, look: Look, at: int, number: str, text: str) -> None:
    sheet.write_string(at, 0, number, look.number)
    sheet.write_string(at, 1, text, look.text)
    width = sum(2 if sign > "⺀" else 1 for sign in text)
    sheet.set_row(at, _LINE_HEIGHT * (1 + (width - 1) // _SIGNS_A_LINE))
