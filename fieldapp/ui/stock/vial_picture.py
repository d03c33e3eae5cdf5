"""A vial, as full as it is."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fieldapp.ui.theme import in_force

_WIDTH, _HEIGHT = 52, 100
_TICKS = 4


class VialPicture(QWidget):
    """Says nothing by itself: the words stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedSize(_WIDTH, _HEIGHT)

    def show_part(self, part: float) -> None:
        """How much of it is left, from 0 to 1."""
        self._part = max(0.0, min(1.0, part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), in_force()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        glass = QColor(theme.accent)
        painter.setPen(QPen(glass, 2))
        painter.setBrush(glass)
        painter.drawRect(QRectF(9, 2, _WIDTH - 18, 10))
        painter.setBrush(QColor(theme.surface))
        painter.drawRect(QRectF(13, 12, _WIDTH - 26, 10))
        body = QRectF(2, 22, _WIDTH - 4, _HEIGHT - 24)
        painter.drawRoundedRect(body, 10, 10)
        full = body.adjusted(3, 3, -3, -3)
        full.setTop(full.bottom() - full.height() * self._part)
        soft = QColor(theme.muted)
        soft.setAlpha(70)
        painter.fillRect(full, soft)
        step = body.height() / (_TICKS + 1)
        for tick in range(1, _TICKS + 1):
            y = body.top() + step * tick
            painter.drawLine(QLineF(body.left() + 6, y, body.left() + 14, y))
        painter.end()
