"""The lots of an operation as a table: loaded, given, wasted, returned, and whether it adds up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from fieldapp.ui import icons
from fieldapp.ui.session.state import Chip, LotKey, LotRow
from fieldapp.ui.theme import in_force

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CHIP = Qt.ItemDataRole.UserRole
_LAST = 5
_ROW_HEIGHT, _ICON, _GAP, _EDGE, _SPARE = 46, 18, 8, 10, 12


class LotsModel(QAbstractTableModel):
    """The rows; the sum of all lots is the last one."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[LotRow, ...] = ()

    def show_rows(self, rows: Sequence[LotRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _LAST + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _CHIP and index.column() == _LAST:
            return row.chip
        if role == Qt.ItemDataRole.FontRole and row.key is None:
            font = QFont()
            font.setWeight(QFont.Weight.Bold)
            return font
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cells = (row.name, row.loaded, row.given, row.wasted, row.returned, row.chip.words)
        return cells[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            self.tr("Lot"),
            self.tr("Loaded"),
            self.tr("Given"),
            self.tr("Wasted"),
            self.tr("Returned"),
            self.tr("Adds up?"),
        )
        return names[section]


class ChipDelegate(QStyledItemDelegate):
    """Draws the answer of the last column in its box."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Icon and words in a box of their tone; the sum's answer is plain and bold."""
        chip = index.data(_CHIP)
        if not isinstance(chip, Chip) or not chip.icon:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        self._table.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._table
        )
        self._draw(painter, self._ground(option), chip)

    def _ground(self, option: QStyleOptionViewItem) -> QRect:
        rect: QRect = option.rect
        return rect

    def _draw(self, painter: QPainter, cell: QRect, chip: Chip) -> None:
        theme, font = in_force(), QFont(painter.font())
        font.setPixelSize(15)
        font.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(font).horizontalAdvance(chip.words)
        box = QRect(cell.left() + _EDGE, cell.center().y() - 13, 0, 27)
        box.setWidth(min(words + _ICON + 3 * _GAP, cell.width() - _EDGE - 2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(chip.tone), theme.bw))
        painter.setBrush(QColor(theme.tone(f"{chip.tone}_bg")))
        painter.drawRoundedRect(box, 8, 8)
        picture = icons.pixmap(chip.icon, theme.tone(chip.tone), _ICON)
        painter.drawPixmap(box.left() + _GAP, box.center().y() - _ICON // 2 + 1, picture)
        painter.setFont(font)
        text = box.adjusted(2 * _GAP + _ICON, 0, -2, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, chip.words)
        painter.restore()


class LotsTable(QTableView):
    """The table; a click on a lot, or Up and Down while it has the focus, chooses it."""

    chosen = Signal(object)  # a LotKey

    def __init__(self) -> None:
        super().__init__()
        self.lots = LotsModel()
        self.setModel(self.lots)
        self.setItemDelegateForColumn(_LAST, ChipDelegate(self))
        self.setAccessibleName(self.tr("Lots of this operation"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in ((1, 80), (2, 72), (3, 78), (4, 90), (_LAST, 172)):
            header.resizeSection(column, width)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_rows(self, rows: Sequence[LotRow], chosen: LotKey | None) -> None:
        """Fill the table and mark the lot that is being counted."""
        self.selectionModel().blockSignals(True)
        self.lots.show_rows(rows)
        keys = [row.key for row in rows]
        if chosen is not None and chosen in keys:
            self.selectRow(keys.index(chosen))
        else:
            self.clearSelection()
        self.selectionModel().blockSignals(False)
        lines = len(rows) * _ROW_HEIGHT + self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(lines + _SPARE)

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        key = self.lots.rows[now.row()].key if now.isValid() else None
        if key is not None:
            self.chosen.emit(key)
