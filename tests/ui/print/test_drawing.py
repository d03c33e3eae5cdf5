"""Papers are drawn whole: every word can be read back, fonts are inside, long texts fit."""

from __future__ import annotations

import io
import threading
from dataclasses import replace
from typing import Any, cast

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.actions.programme import load_catalogue
from fieldapp.ui import theme
from fieldapp.ui.print.card_paper import A5, WALLET, card_paper
from fieldapp.ui.print.drawing import pdf_bytes, picture, png_bytes
from fieldapp.ui.print.paper import Paper
from fieldapp.ui.print.sheets import sheet
from tests.ui.print.papers import LONG_NAME, card, codes, joined, pages

CATALOGUE = load_catalogue()


def paper(html: str, name: str = "receipt") -> Paper:
    """A sheet with these words in its last box."""
    kind = sheet(name)
    (*_, last) = kind.areas
    return Paper("Test", "test", kind, ((last.box, html),))


def test_a_pdf_has_the_sheets_size_and_its_fonts_inside() -> None:
    (page,) = PdfReader(io.BytesIO(pdf_bytes(card_paper(card(), CATALOGUE, WALLET)))).pages
    assert float(page.mediabox.width) == pytest.approx(85.6 / 25.4 * 72, abs=1)
    assert float(page.mediabox.height) == pytest.approx(108 / 25.4 * 72, abs=1)
    fonts = [font.get_object() for font in cast(Any, page)["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        (inner,) = font["/DescendantFonts"]
        described = inner.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(described.keys())


@pytest.mark.parametrize("words", ["LOT-0001 2026-11-23 17:05", "微山湖上接种队", "María •••345"])
def test_what_is_printed_can_be_copied_out_again(words: str) -> None:
    """A lot without its hyphen is another lot."""
    assert words in pages(pdf_bytes(paper(f"<p>{words}</p>")))[0]


@pytest.mark.parametrize("name", [A5, WALLET])
def test_six_doses_and_a_long_name_stay_on_one_page(name: str) -> None:
    (text,) = pages(pdf_bytes(card_paper(card(6, LONG_NAME), CATALOGUE, name)))
    assert joined(LONG_NAME) in joined(text)
    for number in range(1, 7):
        assert f"LOT-{number:04d}" in text


def test_more_than_fits_goes_on_over_pages_that_each_say_whose_they_are() -> None:
    paged = pages(pdf_bytes(card_paper(card(30), CATALOGUE, A5)))
    assert len(paged) > 1
    assert all("王甲 Wang Jia" in text for text in paged)
    assert all(f"LOT-{n:04d}" in "".join(paged) for n in range(1, 31))


def test_a_picture_shows_the_first_page_at_the_size_asked_for() -> None:
    image = picture(card_paper(card(), CATALOGUE, A5), 12)
    assert (image.width(), image.height()) == (148 * 12, 210 * 12)
    assert codes(image) == [card_paper(card(), CATALOGUE, A5).code]
    again = QImage.fromData(png_bytes(card_paper(card(), CATALOGUE, A5), 12))
    assert again.size() == image.size()


@pytest.mark.parametrize("worn", theme.THEMES, ids=lambda worn: worn.name)
def test_paper_is_white_and_ink_is_dark_in_every_theme(
    qapp: QApplication, worn: theme.Theme
) -> None:
    before = picture(paper("<p>Words</p>"), 4)
    theme.apply_theme(qapp, worn)
    assert picture(paper("<p>Words</p>"), 4) == before
    theme.apply_theme(qapp, theme.NORMAL)


def test_a_wide_word_is_not_cut_at_the_edge() -> None:
    """Nothing is painted outside the box but white."""
    image = picture(paper(f"<p>{'W' * 200}</p>"), 4)
    right_edge = (10 + 85 + 1) * 4
    assert all(
        image.pixelColor(x, y).lightness() > 250
        for x in range(right_edge, image.width())
        for y in range(0, image.height(), 3)
    )


def test_it_is_drawn_in_another_thread_while_the_window_lives(qtbot: QtBot) -> None:
    made: list[bytes] = []
    six = card_paper(card(6), CATALOGUE, A5)
    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(0)
    worker = threading.Thread(target=lambda: made.append(pdf_bytes(six)))
    worker.start()
    qtbot.waitUntil(lambda: bool(made))
    worker.join()
    timer.stop()
    assert beats, "the window's timers went on"
    assert "LOT-0006" in pages(made[0])[0]


def test_a_name_with_markup_is_printed_as_it_is_written() -> None:
    name = "<b>Bold</b> & Sons {{name}}"
    (text,) = pages(pdf_bytes(card_paper(replace(card(), name=name), CATALOGUE, A5)))
    assert name in text
