"""The cold chain of a refrigerator or box: chart, excursions, readings, loggers' files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.stock.board_page import ThermometerCard
from fieldapp.ui.stock.state import ColdState, ExcursionLine, ImportState
from fieldapp.ui.theme import in_force
from fieldapp.ui.widgets import DeskButton, card, label, row, set_tone

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WIDTHS = (158, 92, 158, 0)


class ExcursionsModel(QAbstractTableModel):
    """The excursions as a table, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ExcursionLine] = []

    def show_lines(self, lines: Sequence[ExcursionLine]) -> None:
        """Replace all of them."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_WIDTHS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.lines[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (line.began, line.peak, line.outside, line.lots)[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == 1:
            return in_force().colour(line.tone)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        first = (self.tr("Began"), self.tr("Worst"), self.tr("Outside for"))
        return (*first, self.tr("Lots on board"))[section]


class ColdPage(QWidget):
    """F9 writes the typed temperature down; Ctrl O takes a logger's file; Esc goes back."""

    reading_submitted = Signal(str, str)
    file_requested = Signal(str)
    stop_requested = Signal()
    container_chosen = Signal(str)
    period_requested = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.thermometer = ThermometerCard()
        self.which = Picker(self.tr("Refrigerator or box"))
        self.which.box.setEditable(True)
        self.which.box.setPlaceholderText(self.tr("Its name, such as Cold box 1"))
        self.reading = Field(self.tr("Temperature now, °C"), "4.6")
        self.model, self.table = ExcursionsModel(), QTableView()
        self.rule, self.message = label(size="small", tone="muted", wrap=True), label(wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(10)
        self.stop = DeskButton(self.tr("Stop"), "small")
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.back.setMinimumWidth(150)
        self.file = DeskButton(self.tr("Take over a logger’s file"), "action", "Ctrl O")
        self.period = DeskButton("", "action", "F4")
        self.save = DeskButton(self.tr("Write the temperature down"), "primary", "F9")
        self._lay_out()
        self._connect()
        self.show_import(ImportState(""))

    def _lay_out(self) -> None:
        head = row(label(self.tr("Cold chain"), size="title"), 1, self.period, self.file)
        fields = row(self.which, self.reading, spacing=14)
        fields.setStretch(0, 3)
        fields.setStretch(1, 2)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.thermometer, 1)
        right.setSpacing(10)
        right.addLayout(fields)
        right.addWidget(self._excursions(), 1)
        right.addWidget(self.rule)
        right.addWidget(self.message)
        running = row(self.progress, self.stop)
        running.setStretch(0, 1)
        right.addLayout(running)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        foot = row(self.back, self.save)
        foot.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(both, 1)
        layout.addLayout(foot)

    def _excursions(self) -> QFrame:
        frame, table = card(margins=(6, 6, 6, 6)), self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Excursions"))
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(46)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            if width:
                header.resizeSection(column, width)
        header.setSectionResizeMode(_WIDTHS.index(0), QHeaderView.ResizeMode.Stretch)
        inside = frame.layout()
        if inside is not None:
            inside.addWidget(table)
        return frame

    def _connect(self) -> None:
        self.back.clicked.connect(self.cancelled)
        self.file.clicked.connect(lambda: self.file_requested.emit(self.container))
        self.period.clicked.connect(self.period_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.save.clicked.connect(self.submit)
        self.which.box.activated.connect(lambda _: self.container_chosen.emit(self.container))
        self.reading.edit.textChanged.connect(self._refresh)
        self.which.box.editTextChanged.connect(self._refresh)

    @property
    def container(self) -> str:
        """The name that stands in the box."""
        return self.which.box.currentText().strip()

    def show_cold(self, state: ColdState) -> None:
        """Show one container; what is typed stays."""
        typed = self.container
        self.which.offer(tuple((name, name) for name in state.containers))
        self.which.box.setEditText(state.chosen or typed)
        self.thermometer.show_thermometer(state.thermometer)
        self.model.show_lines(state.excursions)
        self.rule.setText(state.rule)
        self.period.setText(state.period)
        self._refresh()

    def show_import(self, state: ImportState) -> None:
        """How an import goes on, or what came of it."""
        self.message.setText(state.words)
        self.message.setVisible(bool(state.words))
        set_tone(self.message, state.tone)
        for part in (self.progress, self.stop):
            part.setVisible(state.busy)
        self.progress.setRange(0, state.whole)
        self.progress.setValue(state.done)
        self.file.setEnabled(not state.busy)

    def arrive(self) -> None:
        """The temperature is what one comes for; its box first, when there is none yet."""
        (self.reading.edit if self.container else self.which.box).setFocus()

    def submit(self) -> None:
        """Ask to write the temperature down."""
        if self.save.isEnabled():
            self.reading_submitted.emit(self.container, self.reading.text)

    def _refresh(self) -> None:
        self.save.setEnabled(bool(self.reading.text and self.container))
