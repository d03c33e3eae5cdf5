"""The lots of an operation as a table: loaded, given, wasted, returned, and whether it adds up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.lines_table import LinesTable
from fieldapp.ui.pill import PILL, PillDelegate
from fieldapp.ui.session.state import LotKey, LotRow

_ANSWER = 5


class LotsModel(LinesModel[LotRow]):
    """The rows; the sum of all lots is the last one."""

    numbers = (1, 2, 3, 4)

    def heads(self) -> Sequence[str]:
        return (
            self.tr("Lot"),
            self.tr("Loaded"),
            self.tr("Given"),
            self.tr("Wasted"),
            self.tr("Returned"),
            self.tr("Adds up?"),
        )

    def cells(self, line: LotRow) -> Sequence[str]:
        figures = (line.loaded, line.given, line.wasted, line.returned)
        return (line.name, *figures, line.chip.words)

    def look(self, line: LotRow, column: int, role: int) -> object:
        if role == PILL and column == _ANSWER:
            return line.chip
        if role == Qt.ItemDataRole.FontRole and line.key is None:
            font = QFont()
            font.setWeight(QFont.Weight.Bold)
            return font
        return None


class LotsTable(LinesTable):
    """The table; a click on a lot, or Up and Down while it has the focus, chooses it."""

    chosen = Signal(object)  # a LotKey

    def __init__(self) -> None:
        lots = LotsModel()
        super().__init__(lots, wide=0, whole=True, least=3)
        self.lots = lots
        self.setAccessibleName(self.tr("Lots of this operation"))
        self.setItemDelegateForColumn(_ANSWER, PillDelegate(self))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_rows(self, rows: Sequence[LotRow], chosen: LotKey | None) -> None:
        """Fill the table and mark the lot that is being counted."""
        self.selectionModel().blockSignals(True)
        self.lots.show_lines(rows)
        keys = [row.key for row in rows]
        if chosen is not None and chosen in keys:
            self.selectRow(keys.index(chosen))
        else:
            self.clearSelection()
        self.selectionModel().blockSignals(False)
        self.setMaximumHeight(self.height_of_all())

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        key = self.lots.lines[now.row()].key if now.isValid() else None
        if key is not None:
            self.chosen.emit(key)
