"""The printer's step: print, look at the page, say so; or have no printer."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.printer_page import PrinterPage
from tests.ui.hands import click


@pytest.fixture
def page(qtbot: QtBot) -> PrinterPage:
    made = PrinterPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_f9_prints_first_and_asks_how_it_came_out_then(page: PrinterPage, qtbot: QtBot) -> None:
    assert not page.again.isVisible() and page.never.isVisible()
    with qtbot.waitSignal(page.print_requested), qtbot.assertNotEmitted(page.well):
        click(page.go)
    page.show_sent("LaserJet")
    assert "LaserJet" in page.question.text()
    with qtbot.waitSignal(page.well), qtbot.assertNotEmitted(page.print_requested):
        click(page.go)
    with qtbot.waitSignal(page.print_requested):
        click(page.again)


def test_once_it_was_fine_f9_goes_on(page: PrinterPage, qtbot: QtBot) -> None:
    page.show_sent("LaserJet")
    page.show_done(True)
    assert not page.never.isVisible()
    with qtbot.waitSignal(page.passed):
        click(page.go)
