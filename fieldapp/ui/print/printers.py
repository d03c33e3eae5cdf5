"""Asks for a printer in the system's own dialog; only when somebody pressed *Print*."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QDialog, QWidget

from fieldapp.ui.print.drawing import page_layout
from fieldapp.ui.print.paper import Paper
from fieldapp.ui.words import tr

if TYPE_CHECKING:  # the system's printing is loaded when somebody prints
    from PySide6.QtPrintSupport import QPrinter

AskPrinter: TypeAlias = "Callable[[QWidget, Paper], QPrinter | str]"
"""The printer that was chosen; or why there is none, in words, empty when the dialog was left."""


def ask_printer(over: QWidget, paper: Paper) -> QPrinter | str:
    """Open the system's print dialog over a page."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        return tr("No printer is set up on this laptop. Save the PDF and print it elsewhere.")
    printer = printer_for(paper)
    dialog = QPrintDialog(printer, over)
    dialog.setWindowTitle(paper.title)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return printer if accepted else ""


def printer_for(paper: Paper) -> QPrinter:
    """A printer set for this paper: its size, without margins, its title as the job's name."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    layout = page_layout(paper)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    printer.setDocName(paper.title)
    return printer
