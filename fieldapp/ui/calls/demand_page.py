"""How many doses will be needed where in the next two weeks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.ui.calls.state import DemandLine, DemandState
from fieldapp.ui.widgets import DeskButton, card, label, row

_RIGHT = Qt.AlignmentFlag.AlignRight
_NUMBERS = (2, 3, 4, 5)


class DemandPage(QWidget):
    """A line a product and place; Esc goes back to the list."""

    cancelled = Signal()
    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.lead = label(size="title"), label(tone="muted", wrap=True)
        self.nothing = label(tone="muted", wrap=True)
        self.cells: list[list[str]] = []
        self._frame = card(margins=(24, 16, 24, 16))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Needed doses"))
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.print = DeskButton(self.tr("Print"), "action", "Ctrl P")
        self.back.setMinimumWidth(150)
        self.print.setMinimumWidth(180)
        self.back.clicked.connect(self.cancelled)
        self.print.clicked.connect(self.print_requested)
        inside = self._frame.layout()
        if isinstance(inside, QVBoxLayout):
            for part in (self.title, self.lead, self.nothing):
                inside.addWidget(part)
            inside.addWidget(self.area, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._frame, 1)
        layout.addLayout(row(self.back, 1, self.print))

    def show_demand(self, state: DemandState) -> None:
        """Show the lines, the largest first."""
        self.title.setText(state.title)
        self.lead.setText(state.lead)
        self.nothing.setText(state.nothing)
        self.nothing.setVisible(not state.lines)
        self.area.setVisible(bool(state.lines))
        heads = [self.tr("Product"), self.tr("Place"), self.tr("Now"), *state.weeks]
        self.cells = [[*heads, self.tr("Together")], *map(_cells, state.lines)]
        self.area.setWidget(self._table())

    def arrive(self) -> None:
        """The arrows go up and down."""
        self.area.setFocus()

    def _table(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(12)
        for line, cells in enumerate(self.cells):
            for column, words in enumerate(cells):
                size = "heading" if line == 0 else ("strong" if column == 5 else "")
                shown = label(words, size=size)
                side = _RIGHT if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(shown, line, column, side | Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(self.cells), 1)
        return made


def _cells(line: DemandLine) -> list[str]:
    return [line.product, line.place, line.now, line.week_1, line.week_2, line.total]
