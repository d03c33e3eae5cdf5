"""Fields in as many columns as have room for what is written in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from fieldapp.ui.theme import scaled

_LEAST = 240


class FieldGrid(QWidget):
    """Columns of one width, at most `most` of them; Tab goes from line to line."""

    def __init__(self, fields: Sequence[QWidget], most: int) -> None:
        super().__init__()
        self._fields, self._most = tuple(fields), most
        self.columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._lay(most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(max(1, min(self._most, self.width() // scaled(_LEAST))))

    def _lay(self, columns: int) -> None:
        if columns == self.columns:
            return
        self.columns = columns
        for number, field in enumerate(self._fields):
            self._grid.addWidget(field, number // columns, number % columns)
        for column in range(self._most):
            self._grid.setColumnStretch(column, int(column < columns))
