"""Two parts beside one another; below one another where they have no room for that."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from fieldapp.ui.theme import scaled


class SideBySide(QWidget):
    """`shares` says how the width is divided; parts narrower than `least` go one below the other,
    the first on top unless the second is what somebody comes for."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int] = (1, 1),
        least: int = 0,
        second_on_top: bool = False,
        spacing: int = 12,
    ) -> None:
        super().__init__()
        self._parts, self._shares, self._least = (first, second), shares, scaled(least)
        ways = QBoxLayout.Direction
        self._below = ways.BottomToTop if second_on_top else ways.TopToBottom
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        for part, share in zip(self._parts, shares, strict=True):
            self._line.addWidget(part, share)

    def minimumSizeHint(self) -> QSize:
        """The wider part decides: the other can go below it."""
        return QSize(max(self._needs()), self._line.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = QBoxLayout.Direction.LeftToRight
        way = beside if self._beside() <= event.size().width() else self._below
        if way != self._line.direction():
            self._line.setDirection(way)
            for part, share in enumerate(self._shares if way == beside else (0, 1)):
                self._line.setStretch(part, share)
            self._line.activate()

    def _beside(self) -> int:
        """How wide both are beside one another."""
        needs = [max(need, self._least) for need in self._needs()]
        return sum(needs) + self._line.spacing() * (len(needs) - 1)

    def _needs(self) -> list[int]:
        """How wide each part that is shown must be."""
        seen = [part for part in self._parts if not part.isHidden()] or self._parts
        return [max(part.minimumSizeHint().width(), part.minimumWidth()) for part in seen]
