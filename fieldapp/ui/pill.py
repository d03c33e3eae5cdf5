"""An answer in a coloured box, as a cell of a table: icon, words and colour together."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from fieldapp.ui import icons
from fieldapp.ui.theme import in_force, scaled
from fieldapp.ui.widgets import sized

PILL = Qt.ItemDataRole.UserRole
_TEXT, _HEIGHT, _ICON, _GAP, _EDGE = 15, 30, 18, 8, 8


@dataclass(frozen=True, slots=True)
class Pill:
    """The answer; without an icon its words are plain."""

    tone: str
    icon: str
    words: str


class PillDelegate(QStyledItemDelegate):
    """Draws the `Pill` that a model holds under the role PILL; other cells as usual."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        pill = index.data(PILL)
        if not isinstance(pill, Pill) or not pill.icon:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        cell = QStyle.ControlElement.CE_ItemViewItem
        self._table.style().drawControl(cell, ground, painter, self._table)
        rect: QRect = option.rect
        _draw(painter, rect, _font(option), pill)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        usual, pill = super().sizeHint(option, index), index.data(PILL)
        if not isinstance(pill, Pill) or not pill.icon:
            return usual
        return QSize(_width(_font(option), pill) + 2 * _EDGE, usual.height())


def _font(option: QStyleOptionViewItem) -> QFont:
    font: QFont = option.font
    return sized(font, _TEXT, QFont.Weight.DemiBold)


def _width(font: QFont, pill: Pill) -> int:
    return QFontMetrics(font).horizontalAdvance(pill.words) + _ICON + 4 * _GAP


def _draw(painter: QPainter, cell: QRect, font: QFont, pill: Pill) -> None:
    theme, height = in_force(), scaled(_HEIGHT)
    width = min(_width(font, pill), cell.width() - _EDGE)
    box = QRect(cell.left() + _EDGE, cell.center().y() - height // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(pill.tone), theme.bw))
    painter.setBrush(QColor(theme.tone(f"{pill.tone}_bg")))
    painter.drawRoundedRect(box, height / 2, height / 2)
    picture = icons.pixmap(pill.icon, theme.tone(pill.tone), _ICON)
    painter.drawPixmap(box.left() + _GAP + 2, box.center().y() - _ICON // 2 + 1, picture)
    painter.setFont(font)
    text = box.adjusted(2 * _GAP + _ICON + 2, 0, -2, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, pill.words)
    painter.restore()
