"""The right column: what was recorded today, how safe each record is, and undo for the newest."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.desk.state import Mark, TodayItem, TodayState
from fieldapp.ui.theme import in_force, scaled
from fieldapp.ui.widgets import DeskButton, clear, label, one_line, row

_MOST_ITEMS = 7
_TONES = {Mark.HERE: "wait", Mark.SECOND_COPY: "info", Mark.CONFIRMED: "ok", Mark.VOIDED: "muted"}


class MarkDot(QWidget):
    """An open ring, a half ring, a full dot, or a dash: how safe one record is."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(in_force().tone(_TONES[self._mark]))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(1.5, 1.5, 11, 11)
        painter.setPen(QPen(colour, 2))
        if self._mark is Mark.VOIDED:
            painter.drawLine(2, 7, 12, 7)
            return
        painter.setBrush(colour if self._mark is Mark.CONFIRMED else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if self._mark is Mark.SECOND_COPY:
            painter.setBrush(colour)
            painter.drawPie(ring, 90 * 16, 180 * 16)


class HourBars(QWidget):
    """Doses per hour, the newest hour strongest."""

    def __init__(self) -> None:
        super().__init__()
        self._hours: tuple[tuple[int, int], ...] = ()
        self.setFixedHeight(60)

    def show_hours(self, hours: tuple[tuple[int, int], ...]) -> None:
        self._hours = hours
        self.setAccessibleName(", ".join(f"{hour} h: {doses}" for hour, doses in hours))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._hours:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / max(8, len(self._hours))
        tallest = max(doses for _, doses in self._hours) or 1
        for number, (_, doses) in enumerate(self._hours):
            colour = QColor(in_force().accent)
            colour.setAlphaF(1.0 if number == len(self._hours) - 1 else 0.55)
            painter.setBrush(colour)
            height = max(2.0, (self.height() - 6) * doses / tallest)
            bar = QRectF(number * step + 2, self.height() - 4 - height, step - 6, height)
            painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(QColor(in_force().line))
        painter.drawRect(QRectF(0, self.height() - 2, self.width(), 2))


class TodayPanel(QFrame):
    """What happened today, newest first."""

    undo_requested = Signal(bytes)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedWidth(scaled(316))
        self.state = TodayState()
        self.count = label(tone="muted")
        self._items = QVBoxLayout()
        self._items.setSpacing(0)
        self.bars, self.first, self.last = HourBars(), label(size="tiny"), label(size="tiny")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 12, 14)
        layout.setSpacing(8)
        layout.addLayout(row(label(self.tr("Today"), size="subtitle"), 1, self.count))
        lines = QVBoxLayout()
        lines.addLayout(self._items)
        lines.addStretch(1)
        layout.addWidget(Body(lines), 1)
        layout.addLayout(self._legend())
        layout.addWidget(self.bars)
        middle = label(self.tr("doses per hour"), size="tiny", tone="muted")
        layout.addLayout(row(self.first, 1, middle, 1, self.last))

    def show_today(self, state: TodayState) -> None:
        """Fill the column."""
        self.state = state
        self.count.setText(self.tr("%n dose(s)", "", state.doses))
        clear(self._items)
        for item in state.items[:_MOST_ITEMS]:
            self._items.addWidget(self._line(item))
        self.bars.show_hours(state.by_hour)
        hours = [hour for hour, _ in state.by_hour]
        self.first.setText(f"{hours[0]:02d} h" if hours else "")
        self.last.setText(f"{hours[-1]:02d} h" if hours else "")

    def _line(self, item: TodayItem) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "line")
        frame.setMinimumHeight(scaled(54))
        frame.setAccessibleName(f"{item.time} {item.name} {item.detail}")
        frame.setToolTip(item.detail)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(6)
        layout.addWidget(label(item.time, tone="muted", size="small"))
        name = one_line(item.name)
        if item.mark is Mark.VOIDED:
            font = name.font()
            font.setStrikeOut(True)
            name.setFont(font)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(row(MarkDot(item.mark), name, spacing=6))
        words.addWidget(one_line(item.detail, size="tiny", tone="muted"))
        layout.addLayout(words, 1)
        if item.can_undo:
            undo = DeskButton(self.tr("Undo"), "link")
            undo.setToolTip("Ctrl+Z")
            undo.setMinimumWidth(44)
            undo.clicked.connect(lambda: self.undo_requested.emit(item.event_id))
            layout.addWidget(undo)
        return frame

    def _legend(self) -> QHBoxLayout:
        here = label(self.tr("this laptop only"), size="tiny", tone="muted")
        hub = label(self.tr("hub’s receipt"), size="tiny", tone="muted")
        return row(MarkDot(Mark.HERE), here, 1, MarkDot(Mark.CONFIRMED), hub, spacing=6)
