"""A page ends between two rows: no row of a card stands half on one page and half on the next."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QTextDocument

from fieldapp.ui.print.page_breaks import page_breaks, whole_parts

pytestmark = pytest.mark.usefixtures("qapp")
ROW = "<tr><td>{n}</td><td>a long name of a vaccine that needs several lines</td><td>LOT</td></tr>"


def text_of(html: str, width: float = 160) -> QTextDocument:
    text = QTextDocument()
    text.setHtml(html)
    text.setTextWidth(width)
    return text


def rows(count: int) -> QTextDocument:
    inside = "".join(ROW.format(n=n) for n in range(count))
    return text_of(f"<p>Doses</p><table>{inside}</table><p>Keep this card.</p>")


@pytest.mark.parametrize("height", [150, 200, 333])
def test_no_row_is_cut_and_none_is_left_out(height: float) -> None:
    text = rows(30)
    breaks = page_breaks(text, height)
    assert len(breaks) > 3
    for top, bottom in whole_parts(text):
        assert not any(top < at < bottom for at in breaks)
    assert all(0 < end - start <= height for start, end in pairwise(breaks))
    assert breaks[0] == 0
    assert breaks[-1] == pytest.approx(text.size().height())


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    assert len(whole_parts(rows(3))) == 5  # a line before, three rows, a line after


def test_what_fits_is_one_page() -> None:
    text = rows(2)
    assert len(page_breaks(text, 1000)) == 2


def test_what_is_higher_than_a_page_is_cut_for_it_cannot_be_whole() -> None:
    text = text_of("<p>" + "word " * 400 + "</p>")
    assert len(page_breaks(text, 100)) > 5
