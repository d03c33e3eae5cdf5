"""Lines of a list as a model of a table: what stands in a cell is told by the kind of line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")
_NOWHERE = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class LinesModel(QAbstractTableModel, Generic[Line]):
    """Each kind says its heads and cells, and may say more of how they look."""

    numbers: tuple[int, ...] = ()
    """Columns whose figures stand under one another."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def heads(self) -> Sequence[str]:
        """The words over the columns."""
        raise NotImplementedError

    def cells(self, line: Line) -> Sequence[str]:
        """What stands in a line, column by column."""
        raise NotImplementedError

    def look(self, line: Line, column: int, role: int) -> object:
        """What else there is to say of a cell: its font, its colour, more words."""
        return None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace all of them."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(line)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        more = self.look(line, column, role)
        if more is None and role == Qt.ItemDataRole.ToolTipRole:
            return self.cells(line)[column]
        return more

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return self.heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _side(self, column: int) -> int:
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        return int((right if column in self.numbers else left) | _MIDDLE)
