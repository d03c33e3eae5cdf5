"""The printer's step: a test page goes out, and somebody says whether it came out well."""

from __future__ import annotations

from PySide6.QtCore import Signal

from fieldapp.ui.set_up.step_page import StepPage
from fieldapp.ui.widgets import DeskButton, label, row


class PrinterPage(StepPage):
    """Asks to print, and to note that it works; knows no printer."""

    print_requested = Signal()
    well = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sent = False
        lead = self.tr(
            "Cards, receipts and the page of a session can be printed. Connect the printer, add it "
            "in the system’s own settings, and print a test page here. Without one nothing is "
            "lost: every paper can be saved as a PDF and printed elsewhere."
        )
        self.question = label(size="lead", wrap=True)
        self.again = DeskButton(self.tr("Print again"), "action")
        self.again.clicked.connect(self.print_requested)
        self.inside.addWidget(self.question)
        self.inside.addLayout(row(self.again, 1))
        self.asked.connect(self._asked)
        self.never.show()
        self.never.setText(self.tr("No printer here"))
        self.describe(self.tr("Printer"), lead, self.tr("Print a test page"))
        self.show_sent(None)

    def show_sent(self, printer: str | None) -> None:
        """A page went to this printer: only somebody at it knows how it came out. None: no page
        went anywhere yet; into a file goes one that has no name."""
        self._sent = printer is not None
        words = self.tr(
            "Sent to {printer}. Is the whole page there and sharp, and can the "
            "square code be scanned?"
        )
        self.question.setText(words.format(printer=printer or "PDF"))
        self.question.setVisible(self._sent)
        self.again.setVisible(self._sent)
        self._deed = self.tr("Yes, it is fine") if self._sent else self.tr("Print a test page")
        self.show_done(self.done)

    def show_done(self, done: bool) -> None:
        """Once it was fine, a page can still be printed."""
        super().show_done(done)
        self.never.setVisible(not done)

    def _asked(self) -> None:
        (self.well if self._sent else self.print_requested).emit()
