"""The rooms one behind the other; with larger text than a small display holds, they scroll."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from fieldapp.ui.theme import text_size


class RoomStack(QStackedWidget):
    """As large as the room that is shown needs, whatever the others need."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def sizeHint(self) -> QSize:
        now = self.currentWidget()
        return super().sizeHint() if now is None else now.sizeHint()

    def minimumSizeHint(self) -> QSize:
        now = self.currentWidget()
        return super().minimumSizeHint() if now is None else now.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False  # a hidden page must not make the others higher

    def heightForWidth(self, width: int) -> int:
        """What the room that is shown needs at least: it gives up its air before it scrolls."""
        now = self.currentWidget()
        inside = None if now is None else now.layout()
        if inside is None or not inside.hasHeightForWidth():
            return self.minimumSizeHint().height()
        return inside.totalMinimumHeightForWidth(width)


def framed(inside: QWidget) -> QWidget:
    """How something goes into a window: as it is with the usual text, scrolling otherwise."""
    if text_size() <= 100:
        return inside
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
