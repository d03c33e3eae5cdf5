"""Who is at the desk: name, what tells people apart, and the history with how well it is known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.desk.state import HistoryItem, PersonState
from fieldapp.ui.theme import in_force
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, clear, label, one_line, row
from fieldapp.ui.wrapping import Wrapping

_MOST_SHOWN = 4


class TimelineDot(QWidget):
    """A dose of the past (full), due (open) or struck through (dash)."""

    def __init__(self, item: HistoryItem) -> None:
        super().__init__()
        self._item = item
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = in_force()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.muted if self._item.struck else theme.ok)
        if self._item.grave:
            colour = QColor(theme.stop)
        painter.setPen(QPen(colour, 3))
        if self._item.struck:
            painter.drawLine(3, 9, 15, 9)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush if self._item.due else colour)
        painter.drawEllipse(QRectF(2.5, 2.5, 13, 13))


class TimelineBar(QWidget):
    """The time between two points; dashed towards a dose still to come."""

    def __init__(self, *, dashed: bool, crowded: bool) -> None:
        super().__init__()
        self._dashed = dashed
        self.setFixedSize(24 if crowded else 60, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        pen = QPen(QColor(in_force().line), 3)
        if self._dashed:
            pen.setDashPattern([2.7, 2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter = QPainter(self)
        painter.setPen(pen)
        painter.drawLine(0, 9, self.width(), 9)


class PersonCard(QFrame):
    """Name, facts, and the history with how well it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name, self.tag = one_line(size="title"), label()
        self.tag.setFixedHeight(28)
        self.tag.setProperty("role", "tag")
        self.known = label(size="heading", wrap=True)
        self.notice = label(size="strong", tone="wait", wrap=True)
        self.elsewhere = DeskButton(self.tr("Dose elsewhere"), "link", "F4")
        self.records = DeskButton(self.tr("Records"), "link", "Ctrl H")
        self.card = DeskButton(self.tr("Card"), "link", "Ctrl K")
        self._facts, self._history = Wrapping(spacing=14, below=1), Wrapping(spacing=8, below=1)
        self._due = Wrapping()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 4, 14, 6)
        layout.setSpacing(1)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keys = _together(self.elsewhere, self.records, self.card, self.tag, spacing=4)
        layout.addLayout(Wrapping(self.name, keys, spacing=4, below=0))
        layout.addLayout(self._facts)
        layout.addLayout(self._known())
        layout.addLayout(self._history)

    def _known(self) -> QHBoxLayout:
        """How well the history is known; where no dose is, behind the one that is due."""
        known = row(self.known, self.notice, spacing=12)
        known.insertLayout(0, self._due)
        known.setStretchFactor(self.known, 1)
        return known

    def show_person(self, state: PersonState) -> None:
        """Fill the card."""
        self.name.setText(state.name)
        tell(self.tag, state.tag)
        self.known.setText(state.known)
        tell(self.notice, state.notice)
        clear(self._facts)
        for word, value in state.facts:
            said = one_line(value, tone="muted")
            self._facts.addWidget(_together(label(word, size="strong"), said))
        self._show_history(state.history[-_MOST_SHOWN:])
        spoken = [state.name, *(f"{word} {value}" for word, value in state.facts), state.known]
        spoken += [state.notice] if state.notice else []
        self.setAccessibleName(". ".join([*spoken, *(item.words for item in state.history)]))

    def _show_history(self, shown: Sequence[HistoryItem]) -> None:
        clear(self._due)
        clear(self._history)
        nothing_yet = len(shown) == 1 and shown[0].due
        line = self._due if nothing_yet else self._history
        for number, item in enumerate(shown):
            bar = TimelineBar(dashed=item.due, crowded=len(shown) > 2) if number else None
            line.addWidget(_moment(item, bar))


def _moment(item: HistoryItem, bar: TimelineBar | None) -> QWidget:
    """A point of the history with its words, and the time that led to it."""
    size = "strong" if item.due or item.grave else "strip"
    words = one_line(item.words, size=size, tone="stop" if item.grave else "")
    before = () if bar is None else (bar,)
    return _together(*before, TimelineDot(item), words, spacing=8)


def _together(*parts: QWidget, spacing: int = 6) -> QWidget:
    """Parts that stay in one line."""
    made = QWidget()
    inside = row(*parts, spacing=spacing)
    inside.setContentsMargins(0, 0, 0, 0)
    made.setLayout(inside)
    return made
