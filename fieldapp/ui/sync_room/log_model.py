"""The log of attempts as a table model: one line an attempt, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from fieldapp.ui.sync_room.state import LogLine

_Index = QModelIndex | QPersistentModelIndex
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
HAPPENED = 4
"""The column that takes the room the others leave."""


class LogModel(QAbstractTableModel):
    """When, road, doses, bytes, what happened, the hub's receipt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[LogLine, ...] = ()

    def show(self, lines: Sequence[LogLine]) -> None:
        """Show these lines instead."""
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 6

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        cells = (line.when, line.road, line.doses, line.size, line.happened, line.receipt)
        if role in _SHOWN:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{head}: {cells[index.column()]}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        heads = (
            self.tr("When"),
            self.tr("Road"),
            self.tr("Doses"),
            self.tr("Bytes"),
            self.tr("What happened"),
            self.tr("Hub’s receipt"),
        )
        return heads[section]
