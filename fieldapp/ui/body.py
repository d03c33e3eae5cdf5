"""The part of a page that scrolls downwards where a display is too low for it; never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from fieldapp.ui.theme import scaled

_LEAST_HEIGHT = 96
_BAR = 10
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Body(QScrollArea):
    """As wide as what is inside needs, at any text size; Tab brings what has the focus in sight."""

    def __init__(self, inside: QLayout) -> None:
        super().__init__()
        inside.setContentsMargins(0, 0, 0, 0)
        self._sheet = _Sheet(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._sheet)

    def sizeHint(self) -> QSize:
        return self._sheet.sizeHint()

    def minimumSizeHint(self) -> QSize:
        needed = self._sheet.minimumSizeHint()
        return QSize(needed.width() + _BAR, min(needed.height(), scaled(_LEAST_HEIGHT)))

    def turn(self, pages: int) -> None:
        """Go a page further down (1) or up (-1)."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._sheet and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Sheet(QWidget):
    """Gives up its air before it scrolls."""

    def __init__(self, inside: QLayout) -> None:
        super().__init__()
        self.setLayout(inside)

    def heightForWidth(self, width: int) -> int:
        inside = self.layout()
        return -1 if inside is None else inside.minimumHeightForWidth(width)


def turn_page(room: QWidget, event: QKeyEvent) -> bool:
    """Page Up and Page Down wherever the focus is; whether there was something to scroll."""
    step = _STEPS.get(Qt.Key(event.key()))
    bodies = [body for body in room.findChildren(Body) if body.isVisible()]
    if step is None or not bodies:
        return False
    bodies[0].turn(step)
    return True
