"""Who got a lot, as far as this laptop's own records know; the hub knows of the other teams."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.lines_table import LinesTable
from fieldapp.ui.stock.state import GotItLine
from fieldapp.ui.widgets import DeskButton, card, label, row

_NAME = 0


class GotItModel(LinesModel[GotItLine]):
    """The people as a table."""

    def heads(self) -> Sequence[str]:
        first = (self.tr("Name"), self.tr("Born"), self.tr("Phone"))
        return (*first, self.tr("Given"), self.tr("By"))

    def cells(self, line: GotItLine) -> Sequence[str]:
        return (line.name, line.born, line.phone, line.given, line.by)


class GotItPage(QWidget):
    """Up and Down choose a line; Esc goes back."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.lead = label(size="title"), label(wrap=True)
        self.model = GotItModel()
        self.table = LinesTable(self.model, wide=_NAME)
        self.table.setAccessibleName(self.tr("Who got the lot"))
        self.table.say_when_empty(self.tr("Nobody got it here."))
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.back.setMinimumWidth(150)
        self.back.clicked.connect(self.cancelled)
        frame = card(margins=(6, 6, 6, 6))
        inside = frame.layout()
        if inside is not None:
            inside.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.lead)
        layout.addWidget(frame, 1)
        layout.addLayout(row(self.back, 1))

    def show_people(self, title: str, lead: str, lines: Sequence[GotItLine]) -> None:
        """Show these."""
        self.title.setText(title)
        self.lead.setText(lead)
        self.model.show_lines(lines)
        if lines:
            self.table.selectRow(0)
        self.table.setFocus()
