"""Every text becomes a code that a reader reads back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from fieldapp.reports.codes import MAX_BYTES
from fieldapp.ui.print.codes import draw_code
from tests.ui.print.papers import codes


def coded(text: str, side: int = 900) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_code(painter, QRectF(0, 0, side, side), text)
    painter.end()
    return image


@pytest.mark.parametrize(
    "text",
    ["A", "王甲 1101 05•• | 1: 2026-10-01 BIBP lot LOT-1", "x" * 900, "shc:/" + "5676" * 200],
    ids=["one letter", "chinese", "long", "digits"],
)
def test_what_was_written_is_read(text: str) -> None:
    assert codes(coded(text)) == [text]


def test_no_text_leaves_the_paper_white() -> None:
    image = coded("", 50)
    assert image.pixelColor(25, 25).lightness() == 255


def test_more_than_a_code_holds_is_cut_and_says_so() -> None:
    (read,) = codes(coded("字" * MAX_BYTES, 2000))
    assert read.endswith("…")
    assert len(read.encode()) <= MAX_BYTES
