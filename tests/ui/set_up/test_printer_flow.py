"""The test page: about nobody, stamped over, and never said to be printed before it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.actions.practice import Practice, practice_on
from fieldapp.ui.print.paper import Paper
from fieldapp.ui.print.printers import printer_for
from fieldapp.ui.set_up.printer_flow import PrinterFlow, page_for_testing
from fieldapp.ui.set_up.printer_page import PrinterPage
from tests.journal.laptop import Laptop
from tests.ui.hands import click


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    yield practice_on(laptop.open(), laptop.clock)
    laptop.close()


@pytest.fixture
def page(qtbot: QtBot) -> PrinterPage:
    made = PrinterPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_page_is_about_nobody_and_says_what_it_is(practice: Practice) -> None:
    paper = page_for_testing(practice)
    assert (paper.stamp, paper.title, paper.private) == ("TEST", "Test page", False)
    assert "Boat Test" in paper.code


def test_it_is_sent_to_the_printer_that_was_chosen(
    page: PrinterPage, practice: Practice, qtbot: QtBot, tmp_path: Path
) -> None:
    def into_a_file(_over: QWidget, paper: Paper) -> QPrinter | str:
        printer = printer_for(paper)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    owner = QObject()
    flow = PrinterFlow(page, practice, owner, ask_printer=into_a_file)
    click(page.go)
    qtbot.waitUntil(page.again.isVisible)
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    with qtbot.waitSignal(flow.well):
        click(page.go)


def test_without_a_printer_it_says_what_to_do(
    page: PrinterPage, practice: Practice, qtbot: QtBot
) -> None:
    owner = QObject()
    flow = PrinterFlow(page, practice, owner, ask_printer=lambda _over, _paper: "No printer here.")
    with qtbot.assertNotEmitted(flow.well):
        click(page.go)
    assert page.message.text() == "No printer here." and not page.again.isVisible()
