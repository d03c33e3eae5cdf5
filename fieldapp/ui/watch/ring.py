"""The ring of a watch: the part of the time that is over; closed when the person may leave."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fieldapp.ui.theme import in_force

_SIZE, _SMALL, _STROKE = 106, 80, 10
_TOP, _WHOLE = 90 * 16, 360 * 16


class Ring(QWidget):
    """Painted; its words stand beside it, so screen readers pass over it."""

    def __init__(self) -> None:
        super().__init__()
        self.part, self.tone = 0.0, "wait"
        self.setFixedSize(_SIZE, _SIZE)

    def show_part(self, part: float, tone: str) -> None:
        """Show how much is over, from 0 to 1, in a tone of the theme."""
        self.part, self.tone = min(1.0, max(0.0, part)), tone
        self.update()

    def set_small(self, small: bool) -> None:
        """Take less room."""
        size = _SMALL if small else _SIZE
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = in_force()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = _STROKE / 2 + 1
        place = QRectF(half, half, self.width() - 2 * half, self.height() - 2 * half)
        ground = theme.colour("line")
        if theme.bw > 1:  # lines are as dark as the ring there: a thin one shows the way
            painter.setPen(QPen(ground, theme.bw))
        else:
            painter.setPen(QPen(ground, _STROKE))
        painter.drawEllipse(place)
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(theme.colour(self.tone), _STROKE, Qt.PenStyle.SolidLine, cap))
        if self.part >= 1:
            painter.drawEllipse(place)
        elif self.part > 0:
            painter.drawArc(place, _TOP, -round(_WHOLE * self.part))
