"""The list of people to call: a model, and a table in which one line is always chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from fieldapp.ui.calls.state import CallLine
from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.theme import in_force, is_large, scaled

PERSON, DAY, WHEN, PHONE, MESSAGE, LAST = range(6)
_WIDTHS = ((DAY, 52), (WHEN, 132), (PHONE, 150), (MESSAGE, 142), (LAST, 125))
"""What the longest usual words of each column need, in English, the wider language."""
_LEAST_PERSON = 190
_ROW_HEIGHT = 46


class DueModel(LinesModel[CallLine]):
    """The people in the order they were given."""

    def heads(self) -> tuple[str, ...]:
        """The words over the columns."""
        first = (self.tr("Person"), self.tr("Day"), self.tr("Time"))
        return (*first, self.tr("Phone"), self.tr("Message"), self.tr("Last call"))

    def cells(self, line: CallLine) -> tuple[str, ...]:
        """One of them."""
        return (line.name, line.day, line.when, line.phone, line.message, line.last)

    def look(self, line: CallLine, column: int, role: int) -> object:
        """What is not in the cell, and how urgent it is."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return {DAY: line.detail, MESSAGE: line.message_tip}.get(column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return line.message_tip if column == MESSAGE else line.detail
        if role == Qt.ItemDataRole.FontRole and column == DAY and line.tone:
            font = QFont()
            font.setPixelSize(scaled(15))
            font.setWeight(QFont.Weight.Bold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(line, column)
        return None

    def _colour(self, line: CallLine, column: int) -> object:
        if line.tone and column in (DAY, WHEN):
            return in_force().colour(line.tone)
        return in_force().colour("muted") if line.muted else None


class DueTable(QTableView):
    """Arrows choose somebody else; what is typed narrows the list and is not for the table."""

    person_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.people = DueModel()
        self.setModel(self.people)
        self.setAccessibleName(self.tr("People to call"))
        self.setProperty("role", "dense")
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in _WIDTHS:
            header.resizeSection(column, scaled(width))
        self._make_room(0)
        header.setSectionResizeMode(PERSON, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.person_chosen.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room(event.size().width())

    def _make_room(self, width: int) -> None:
        """The person beside the list has phone, message and last call. A name is worth more room
        than the phone, and than the day where the time says nearly the same."""
        needed = scaled(_LEAST_PERSON + sum(columns for _, columns in _WIDTHS))
        self.setColumnHidden(PHONE, is_large() or width < needed)
        without_phone = needed - scaled(dict(_WIDTHS)[PHONE])
        self.setColumnHidden(DAY, not is_large() and width < without_phone)
        for column in (MESSAGE, LAST):
            self.setColumnHidden(column, is_large())

    def show_people(self, lines: Sequence[CallLine]) -> None:
        """Show these. Who is chosen stays chosen while they are there; otherwise whoever took
        their place is."""
        before, at = self.chosen, self.currentIndex().row()
        if list(lines) == self.people.lines:
            return
        self.people.show_lines(lines)
        if lines and not (before is not None and self.choose(before.key)):
            self.selectRow(min(max(at, 0), len(lines) - 1))

    def choose(self, key: tuple[bytes, str]) -> bool:
        """Choose somebody; whether they are there."""
        for at, line in enumerate(self.people.lines):
            if line.key == key:
                self.selectRow(at)
                return True
        return False

    def step(self, count: int) -> None:
        """Choose somebody further down, or up."""
        rows = len(self.people.lines)
        if rows:
            self.selectRow(min(max(self.currentIndex().row() + count, 0), rows - 1))

    @property
    def chosen(self) -> CallLine | None:
        """Who is called."""
        at = self.currentIndex().row()
        return self.people.lines[at] if 0 <= at < len(self.people.lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits go on to the room."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
