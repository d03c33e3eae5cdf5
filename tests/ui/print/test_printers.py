"""A printer is asked for only where there is one, and gets the sheet's own size."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.actions.programme import load_catalogue
from fieldapp.ui.print.card_paper import WALLET, card_paper
from fieldapp.ui.print.drawing import draw
from fieldapp.ui.print.printers import ask_printer, printer_for
from tests.ui.print.papers import card, pages


def test_without_a_printer_the_way_on_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    over = QWidget()
    qtbot.addWidget(over)
    answer = ask_printer(over, card_paper(card(), load_catalogue(), WALLET))
    assert isinstance(answer, str) and "Save the PDF" in answer


def test_a_card_is_printed_at_its_true_size(qtbot: QtBot, tmp_path: Path) -> None:
    paper = card_paper(card(), load_catalogue(), WALLET)
    printer = printer_for(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    draw(paper, printer)
    content = (tmp_path / "printed.pdf").read_bytes()
    assert "王甲" in pages(content)[0]
    (page,) = PdfReader(tmp_path / "printed.pdf").pages
    assert float(page.mediabox.width) == pytest.approx(85.6 / 25.4 * 72, abs=2)
    assert printer.docName() == "Vaccination card"
