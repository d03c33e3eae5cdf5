"""Parts side by side that go on in the next line where there is no more room for them."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Wrapping(QLayout):
    """Each part as wide as it asks for; parts that expand share what is left of their line, and
    those that may grow are as high as it.

    `spacing` is kept between the parts of a line, `below` each line (the same when not said).
    """

    def __init__(self, *parts: QWidget, spacing: int = 12, below: int | None = None) -> None:
        super().__init__()
        self._below = spacing if below is None else below
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._high(self._lines(width - _across(self.contentsMargins())))

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        line = self._shown()
        return QSize(self._wide(line) + _across(self.contentsMargins()), self._high([line]))

    def minimumSize(self) -> QSize:
        """The widest part decides; how many lines there are follows from the width."""
        shown = self._shown()
        wide = max((item.minimumSize().width() for item in shown), default=0)
        high = max((_asked(item).height() for item in shown), default=0)
        return QSize(wide + _across(self.contentsMargins()), high)

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        inside = place.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for line in self._lines(inside.width()):
            height = max(_asked(item).height() for item in line)
            self._lay(line, QRect(inside.left(), top, inside.width(), height))
            top += height + self._below

    def _lay(self, line: list[QLayoutItem], place: QRect) -> None:
        growing = [item for item in line if _expands(item)]
        spare = max(0, place.width() - self._wide(line))
        left = place.left()
        for item in line:
            asked = _asked(item)
            extra = spare // len(growing) if item in growing else 0
            width = min(asked.width() + extra, place.width())
            height = min(place.height(), max(asked.height(), item.maximumSize().height()))
            above = (place.height() - height) // 2
            item.setGeometry(QRect(QPoint(left, place.top() + above), QSize(width, height)))
            left += width + self.spacing()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._shown():
            if lines and self._wide([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _wide(self, line: list[QLayoutItem]) -> int:
        gaps = self.spacing() * max(0, len(line) - 1)
        return sum(_asked(item).width() for item in line) + gaps

    def _high(self, lines: list[list[QLayoutItem]]) -> int:
        margins = self.contentsMargins()
        heights = [max((_asked(item).height() for item in line), default=0) for line in lines]
        gaps = self._below * max(0, len(lines) - 1)
        return sum(heights) + gaps + margins.top() + margins.bottom()


def _asked(item: QLayoutItem) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSize())


def _expands(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _across(margins: QMargins) -> int:
    return margins.left() + margins.right()


def key_row(*parts: QWidget, widest: QWidget) -> Wrapping:
    """The keys at the foot of a page; the `widest` fills its line."""
    expanding, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
    widest.setSizePolicy(expanding, fixed)
    return Wrapping(*parts, widest)
