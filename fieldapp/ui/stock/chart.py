"""The chart of temperatures: painted here, for it is one line between two limits.

QtCharts would be a second Qt package (PySide6-Addons) for this one picture; the app has Essentials
alone. Colours are the theme's, so that the chart can be read in the sun: no tinted ground there,
thicker lines, words beside every mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.ui.stock.state import ChartState, Mark
from fieldapp.ui.theme import Theme, in_force, scaled

_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 14, 14, 26
_LEAST_TENTHS, _MOST_TENTHS = 0, 100
_MOST_POINTS = 1500
"""More than a screen has columns; a longer line is thinned to the lowest and highest of each."""


class TemperatureChart(QWidget):
    """Draws what it is told; asks nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._state = ChartState()
        self.setMinimumSize(scaled(280), scaled(110))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, state: ChartState) -> None:
        """Draw these readings."""
        self._state = state
        self.setAccessibleName(state.words)
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), in_force()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = _Scale(self._state, QRectF(self.rect()))
        _paint_limits(painter, theme, self._state, scale)
        _paint_grid(painter, theme, self._state, scale)
        for line in self._state.lines:
            _paint_line(painter, theme, thinned(line.points), self._state.gap_s, scale)
        for mark in self._state.marks:
            _paint_mark(painter, theme, mark, scale)
        painter.end()


class _Scale:
    """From seconds and tenths to places in the widget."""

    def __init__(self, state: ChartState, whole: QRectF) -> None:
        self.area = whole.adjusted(scaled(_LEFT), _TOP, -_RIGHT, -scaled(_BOTTOM))
        seen = [tenths for line in state.lines for _, tenths in line.points]
        limits = [state.high + 20, (state.low if state.low is not None else 20) - 20]
        self.least = min([_LEAST_TENTHS, *seen, *limits]) // 20 * 20
        self.most = -(-max([_MOST_TENTHS, *seen, *limits]) // 20) * 20
        self._first_s, self._span_s = state.first_s, max(1, state.last_s - state.first_s)

    def x(self, at_s: float) -> float:
        return self.area.left() + self.area.width() * (at_s - self._first_s) / self._span_s

    def y(self, tenths: float) -> float:
        share = (tenths - self.least) / (self.most - self.least)
        return self.area.bottom() - self.area.height() * share

    def point(self, at: tuple[int, int]) -> QPointF:
        return QPointF(self.x(at[0]), self.y(at[1]))

    def steps(self) -> Iterator[int]:
        """The temperatures that are written at the side: no more than the height has room for."""
        step = 20
        while (self.most - self.least) / step * scaled(24) > self.area.height():
            step *= 2
        yield from range(self.least, self.most + 1, step)


def thinned(points: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """A long line by the lowest and highest of each stretch: no peak is ever lost."""
    if len(points) <= _MOST_POINTS:
        return points
    stretch = -(-len(points) * 2 // _MOST_POINTS)
    kept: list[tuple[int, int]] = []
    for at in range(0, len(points), stretch):
        part = points[at : at + stretch]
        ends = {min(part, key=lambda p: p[1]), max(part, key=lambda p: p[1]), part[0], part[-1]}
        kept += sorted(ends)
    return kept


def _paint_limits(painter: QPainter, theme: Theme, state: ChartState, scale: _Scale) -> None:
    area, top = scale.area, scale.y(state.high)
    bottom = area.bottom() if state.low is None else scale.y(state.low)
    painter.fillRect(QRectF(area.left(), top, area.width(), bottom - top), QColor(theme.ok_bg))
    painter.setPen(QPen(QColor(theme.ok), 2, Qt.PenStyle.DashLine))
    for limit in (state.high, state.low):
        if limit is not None:
            y = scale.y(limit)
            painter.drawLine(QLineF(area.left(), y, area.right(), y))


def _paint_grid(painter: QPainter, theme: Theme, state: ChartState, scale: _Scale) -> None:
    area = scale.area
    font = painter.font()
    font.setPixelSize(scaled(14))
    painter.setFont(font)
    limits = (state.high, state.low)
    for tenths in scale.steps():
        y = scale.y(tenths)
        if tenths not in limits:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setPen(QColor(theme.muted))
        box = QRectF(0, y - scaled(10), scaled(_LEFT) - 8, scaled(20))
        painter.drawText(box, _AT_RIGHT, f"{tenths // 10}")
    for at_s, words in state.ticks:
        half = scaled(50)
        box = QRectF(scale.x(at_s) - half, area.bottom() + 4, 2 * half, scaled(20))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _paint_line(
    painter: QPainter, theme: Theme, points: Sequence[tuple[int, int]], gap_s: int, scale: _Scale
) -> None:
    colour = QColor(theme.accent)
    painter.setPen(QPen(colour, 2.5))
    painter.setBrush(colour)
    joined = [after[0] - before[0] <= gap_s for before, after in pairwise(points)]
    for (before, after), near in zip(pairwise(points), joined, strict=True):
        if near:
            painter.drawLine(QLineF(scale.point(before), scale.point(after)))
    alone = [*joined, False]
    for at, point in enumerate(points):
        if not alone[at] and not (at and joined[at - 1]):
            painter.drawEllipse(scale.point(point), 4, 4)


def _paint_mark(painter: QPainter, theme: Theme, mark: Mark, scale: _Scale) -> None:
    at, colour = scale.point((mark.at_s, mark.tenths)), QColor(theme.stop)
    painter.setPen(QPen(QColor(theme.surface), 2))
    painter.setBrush(colour)
    painter.drawEllipse(at, 6, 6)
    if not mark.words:
        return
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    width = QFontMetrics(font).horizontalAdvance(mark.words) + 8
    left = at.x() + 12 if at.x() + 12 + width <= scale.area.right() else at.x() - 12 - width
    box = QRectF(max(scale.area.left(), left), at.y() - scaled(12), width, scaled(24))
    painter.fillRect(box, QColor(theme.surface))
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.words)
    font.setBold(False)
    painter.setFont(font)
