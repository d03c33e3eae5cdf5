"""A table of lines: its columns are as wide as their words are, in any language and text size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTableView

from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.theme import in_force, scaled

_ROW_HEIGHT = 46
_MOST_WRAPPED = 200
"""More lines than this are not measured one by one: their long cells end with … instead."""
_EDGE, _AIR = 13, 8
_AROUND = 34  # what a cell has beside its words
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_WORDS_CHANGE = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class LinesTable(QTableView):
    """Whole lines are chosen; what has no room in its column goes on in a second line.

    The column `wide` takes what is left over. A table that is `whole` asks for the room that its
    words need; any other gives way.
    """

    def __init__(
        self, model: LinesModel[Any], *, wide: int, whole: bool = False, least: int = 2
    ) -> None:
        super().__init__()
        self._wide, self._whole, self._least_lines = wide, whole, least
        self._wanted: list[int] = []
        self._words: list[int] = []
        self._nothing = ""
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(scaled(_ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW_HEIGHT))
        model.modelReset.connect(self._measure)

    def say_when_empty(self, words: str) -> None:
        """What stands in the table while there are no lines."""
        self._nothing = words
        self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        frame = 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width()
        needed = self._wanted if self._whole else self._heads()
        lines = max(1, min(self._least_lines, self.model().rowCount()))
        return QSize(sum(needed) + frame, self._height(lines))

    def height_of_all(self) -> int:
        """How high the table is with every line in sight."""
        return self._height(self.model().rowCount())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _WORDS_CHANGE:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._nothing and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(in_force().colour("muted"))
            room = self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            painter.drawText(room, _TOP_LEFT | Qt.TextFlag.TextWordWrap, self._nothing)

    def _measure(self) -> None:
        self.ensurePolished()
        self.horizontalHeader().ensurePolished()
        heads = self._heads()
        cells = (self.sizeHintForColumn(column) for column in range(len(heads)))
        self._wanted = [max(both) for both in zip(heads, cells, strict=True)]
        self._words = [self._longest_word(column) for column in range(len(heads))]
        self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width()
        if not self._wanted or room <= 0:
            return
        widths = shared(self._wanted, self._words, room)
        if sum(widths) > room:
            widths = shared(self._wanted, self._heads(), room)
        widths[self._wide] += max(0, room - sum(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        if self.model().rowCount() <= _MOST_WRAPPED:
            self._wrap(any(width < want for width, want in zip(widths, self._wanted, strict=True)))

    def _wrap(self, wrapped: bool) -> None:
        for line in range(self.model().rowCount()):
            lines = self.sizeHintForRow(line) + scaled(_AIR) if wrapped else 0
            self.setRowHeight(line, max(lines, scaled(_ROW_HEIGHT)))

    def _longest_word(self, column: int) -> int:
        """How narrow a column may be with no word cut in two."""
        model, metrics = self.model(), self.fontMetrics()
        lines = range(min(model.rowCount(), _MOST_WRAPPED))
        cells = [str(model.index(line, column).data() or "") for line in lines]
        words = (word for cell in cells for word in cell.split())
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        needed = max(longest + _AROUND, self._heads()[column])
        return min(needed, self._wanted[column])

    def _heads(self) -> list[int]:
        header = self.horizontalHeader()
        return [header.sectionSizeHint(column) for column in range(header.count())]

    def _height(self, lines: int) -> int:
        frame = 2 * self.frameWidth()
        return lines * scaled(_ROW_HEIGHT) + self.horizontalHeader().sizeHint().height() + frame


def shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fit into `room`: the widest columns give way first, none below its `least`."""

    def capped(cap: int) -> list[int]:
        return [max(low, min(want, cap)) for want, low in zip(wanted, least, strict=True)]

    low, high = 0, max(wanted, default=0)
    while low < high:
        cap = (low + high + 1) // 2
        low, high = (cap, high) if sum(capped(cap)) <= room else (low, cap - 1)
    return capped(low)
