"""Promises of the stamp: the word is on every sheet, and without one nothing is drawn."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from fieldapp.hub.stamped import Stamped
from fieldapp.hub.sync_log.fonts import add_fonts, close_fonts


@pytest.mark.parametrize("stamp", ["PRACTICE", "练习", ""])
def test_the_word_is_on_every_sheet(stamp: str) -> None:
    paper = Stamped(format="A4")
    paper.stamp = stamp
    add_fonts(paper)
    for _ in range(2):
        paper.add_page()
    written = BytesIO(bytes(paper.output()))
    close_fonts(paper)
    sheets = PdfReader(written).pages
    assert [sheet.extract_text().replace("\0", "").strip() for sheet in sheets] == [stamp, stamp]
