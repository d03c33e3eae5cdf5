"""Every movement, the newest first; a wrong one is taken back by another, and both stay."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.lines_table import LinesTable
from fieldapp.ui.stock.state import MovementLine
from fieldapp.ui.theme import in_force
from fieldapp.ui.widgets import DeskButton, card, label, one_line, row, set_tone

_WHY = 5


class MovementsModel(LinesModel[MovementLine]):
    """The movements as a table."""

    numbers = (3,)

    def heads(self) -> Sequence[str]:
        first = (self.tr("When"), self.tr("What"), self.tr("Lot"), self.tr("Doses"))
        return (*first, self.tr("Where"), self.tr("Why"), self.tr("Who"))

    def cells(self, line: MovementLine) -> Sequence[str]:
        return (line.when, line.what, line.lot, line.doses, line.where, line.why, line.who)

    def look(self, line: MovementLine, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.FontRole and line.struck:
            font = QFont()
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and line.struck:
            return in_force().colour("muted")
        return None


class MovementsPage(QWidget):
    """Up and Down choose; Ctrl Z takes the chosen one back; Esc goes back."""

    undo_requested = Signal(bytes)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = MovementsModel()
        self.table = LinesTable(self.model, wide=_WHY)
        self.table.setAccessibleName(self.tr("Movements"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._refresh())
        self.message = one_line(tone="info")
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.back.setMinimumWidth(150)
        self.back.clicked.connect(self.cancelled)
        self.undo = DeskButton(self.tr("Take it back"), "action", "Ctrl Z")
        self.undo.clicked.connect(self.press_undo)
        frame = card(margins=(6, 6, 6, 6))
        inside = frame.layout()
        if inside is not None:
            inside.addWidget(self.table)
        foot = row(self.back, self.message, self.undo)
        foot.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Movements, the newest first"), size="title"))
        layout.addWidget(frame, 1)
        layout.addLayout(foot)

    def show_lines(self, lines: Sequence[MovementLine]) -> None:
        """Show these."""
        self.model.show_lines(lines)
        if lines:
            self.table.selectRow(0)
        self.say("" if lines else self.tr("Nothing has moved yet."), "muted")
        self.table.setFocus()
        self._refresh()

    def say(self, words: str, tone: str = "info") -> None:
        """Tell what came of it."""
        self.message.setText(words)
        set_tone(self.message, tone)

    @property
    def chosen(self) -> MovementLine | None:
        """The movement that the key acts on."""
        at = self.table.currentIndex().row()
        return self.model.lines[at] if 0 <= at < len(self.model.lines) else None

    def press_undo(self) -> None:
        """Ask to take the chosen one back."""
        line = self.chosen
        if line is not None and line.may_take_back:
            self.undo_requested.emit(line.event_id)

    def _refresh(self) -> None:
        line = self.chosen
        self.undo.setEnabled(line is not None and line.may_take_back)
