"""A list to choose from that looks like its neighbours in every theme."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from fieldapp.ui import icons
from fieldapp.ui.theme import in_force


class DropDown(QComboBox):
    """A list to choose from, with an arrow in the theme's colour; a wheel never changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(6)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        arrow = icons.pixmap("chevron-down", in_force().muted, 20)
        painter.drawPixmap(self.width() - 34, (self.height() - 20) // 2, arrow)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
