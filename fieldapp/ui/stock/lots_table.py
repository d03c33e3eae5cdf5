"""The table of lots: a model, and a delegate that paints the state as icon, words and colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from fieldapp.ui import icons
from fieldapp.ui.stock.state import LotLine
from fieldapp.ui.theme import in_force

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
PRODUCT, LOT, EXPIRES, VIALS, DOSES, STATE = range(6)
_ROW_HEIGHT = 52
_NUMBERS = (VIALS, DOSES)
_WIDTHS = ((PRODUCT, 116), (EXPIRES, 130), (VIALS, 70), (DOSES, 76), (STATE, 148))


class LotsModel(QAbstractTableModel):
    """The lots as a table, in the order they were given."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[LotLine] = []

    def show_lines(self, lines: Sequence[LotLine]) -> None:
        """Replace all of them."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 6

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            cells = (line.product, line.lot_number, line.expires, line.vials, line.doses)
            return (*cells, line.state)[column]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return line.detail
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and column in (PRODUCT, DOSES):
            font = QFont()
            font.setPixelSize(18 if column == DOSES else 16)
            font.setWeight(QFont.Weight.Bold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and column == EXPIRES and line.expires_tone:
            return in_force().colour(line.expires_tone)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in _NUMBERS
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Product"), self.tr("Lot"), self.tr("Expires"), self.tr("Vials"))
        return (*names, self.tr("Doses"), self.tr("State"))[section]


class StateDelegate(QStyledItemDelegate):
    """Paints how a lot stands as a pill: an icon, words, a border and a ground of its tone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if not isinstance(model, LotsModel):
            return
        line, theme = model.lines[index.row()], in_force()
        font = QFont(option.font)
        font.setPixelSize(15)
        font.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(font).horizontalAdvance(line.state) + 50
        box = QRectF(option.rect.left() + 6, option.rect.center().y() - 15, width, 30)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(line.tone), theme.bw))
        painter.setBrush(QColor(getattr(theme, f"{line.tone}_bg")))
        painter.drawRoundedRect(box, 15, 15)
        picture = icons.pixmap(line.icon, theme.tone(line.tone), 18)
        painter.drawPixmap(int(box.left()) + 10, int(box.top()) + 6, picture)
        painter.setFont(font)
        painter.drawText(box.adjusted(36, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, line.state)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(150, _ROW_HEIGHT)


class LotsTable(QTableView):
    """One lot is always chosen; arrows choose another. Typing is not for the table."""

    lot_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lots = LotsModel()
        self.setModel(self.lots)
        self.setAccessibleName(self.tr("Lots on board"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setItemDelegateForColumn(STATE, StateDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in _WIDTHS:
            header.resizeSection(column, width)
        header.setSectionResizeMode(LOT, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.lot_chosen.emit())

    def show_lots(self, lines: Sequence[LotLine]) -> None:
        """Show these; the chosen lot stays chosen while it is there."""
        before = self.chosen
        if list(lines) == self.lots.lines:
            return
        self.lots.show_lines(lines)
        if lines:
            again = before and self.choose(before.vaccine_id, before.lot_number)
            if not again:
                self.selectRow(0)

    def choose(self, vaccine_id: str, lot_number: str) -> bool:
        """Choose a lot; whether it is there."""
        for at, line in enumerate(self.lots.lines):
            if (line.vaccine_id, line.lot_number) == (vaccine_id, lot_number):
                self.selectRow(at)
                return True
        return False

    @property
    def chosen(self) -> LotLine | None:
        """The lot that keys act on."""
        at = self.currentIndex().row()
        return self.lots.lines[at] if 0 <= at < len(self.lots.lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits are a scan: they go on to the room."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
