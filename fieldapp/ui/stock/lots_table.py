"""The table of lots on board: each with its doses and how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent

from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.lines_table import LinesTable
from fieldapp.ui.pill import PILL, Pill, PillDelegate
from fieldapp.ui.stock.state import LotLine
from fieldapp.ui.theme import in_force, scaled

PRODUCT, LOT, EXPIRES, VIALS, DOSES, STATE = range(6)
_DETAIL = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)


class LotsModel(LinesModel[LotLine]):
    """The lots as a table, in the order they were given."""

    numbers = (VIALS, DOSES)

    def heads(self) -> Sequence[str]:
        first = (self.tr("Product"), self.tr("Lot"), self.tr("Expires"), self.tr("Vials"))
        return (*first, self.tr("Doses"), self.tr("State"))

    def cells(self, line: LotLine) -> Sequence[str]:
        first = (line.product, line.lot_number, line.expires, line.vials, line.doses)
        return (*first, line.state)

    def look(self, line: LotLine, column: int, role: int) -> object:
        if role in _DETAIL:
            return line.detail
        if role == PILL and column == STATE:
            return Pill(line.tone, line.icon, line.state)
        if role == Qt.ItemDataRole.FontRole and column in (PRODUCT, DOSES):
            font = QFont()
            font.setPixelSize(scaled(18 if column == DOSES else 16))
            font.setWeight(QFont.Weight.Bold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and column == EXPIRES and line.expires_tone:
            return in_force().colour(line.expires_tone)
        return None


class LotsTable(LinesTable):
    """One lot is always chosen; arrows choose another. Typing is not for the table."""

    lot_chosen = Signal()

    def __init__(self) -> None:
        lots = LotsModel()
        super().__init__(lots, wide=LOT, whole=True)
        self.lots = lots
        self.setAccessibleName(self.tr("Lots on board"))
        self.setItemDelegateForColumn(STATE, PillDelegate(self))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.lot_chosen.emit())

    def show_lots(self, lines: Sequence[LotLine]) -> None:
        """Show these; the chosen lot stays chosen while it is there."""
        before = self.chosen
        if list(lines) == self.lots.lines:
            return
        self.lots.show_lines(lines)
        if lines:
            again = before and self.choose(before.vaccine_id, before.lot_number)
            if not again:
                self.selectRow(0)

    def choose(self, vaccine_id: str, lot_number: str) -> bool:
        """Choose a lot; whether it is there."""
        for at, line in enumerate(self.lots.lines):
            if (line.vaccine_id, line.lot_number) == (vaccine_id, lot_number):
                self.selectRow(at)
                return True
        return False

    @property
    def chosen(self) -> LotLine | None:
        """The lot that keys act on."""
        at = self.currentIndex().row()
        return self.lots.lines[at] if 0 <= at < len(self.lots.lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits are a scan: they go on to the room."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
