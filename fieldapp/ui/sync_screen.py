"""The sync room: the big sum, the roads that exist, and every attempt with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.copy_card import CopyCard
from fieldapp.ui.neighbour_card import NeighbourCard
from fieldapp.ui.road_card import road_card, whole
from fieldapp.ui.stick_card import StickCard
from fieldapp.ui.widgets import DeskButton, card, label, row, set_tone

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class SumState:
    """The equation of the whole journal, in doses."""

    recorded: int = 0
    waiting: int = 0
    confirmed: int = 0
    counted: int = 0
    contested: int = 0
    quarantined: int = 0
    voided: int = 0
    erased: int = 0

    @property
    def unaccounted(self) -> int:
        """What neither side of the equation knows; anything but 0 is an alarm."""
        parts = self.counted + self.contested + self.quarantined + self.voided + self.erased
        return abs(self.recorded - self.waiting - self.confirmed) + abs(self.confirmed - parts)


@dataclass(frozen=True, slots=True)
class RoadState:
    """The internet road in words: its state, what would go, and whether it can be tried now."""

    state: str = ""
    load: str = ""
    may_try: bool = False
    busy: bool = False


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One line of the log, in words."""

    when: str
    road: str
    doses: str
    size: str
    happened: str
    receipt: str


class AttemptsModel(QAbstractTableModel):
    """The log as a table, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[AttemptRow] = []

    def show_rows(self, rows: Sequence[AttemptRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 6

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self._rows[index.row()]
        cells = (one.when, one.road, one.doses, one.size, one.happened, one.receipt)
        return cells[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            self.tr("When"),
            self.tr("Road"),
            self.tr("Doses"),
            self.tr("Bytes"),
            self.tr("What happened"),
            self.tr("Hub’s receipt"),
        )
        return names[section]


class SyncScreen(QWidget):
    """Asks to try and to export; knows no link."""

    try_requested = Signal()
    cancel_requested = Signal()
    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.recorded = label(size="sum")
        self.waiting, self.confirmed = label(size="sum", tone="wait"), label(size="sum", tone="ok")
        self.parts = label(size="strip", tone="muted", wrap=True)
        self.unaccounted = label(size="strong")
        self.export = DeskButton(self.tr("Export log"), key="Ctrl E")
        self.export.setAccessibleName(self.tr("Export the sync log"))
        self.export.clicked.connect(self.export_requested)
        self.state, self.load = label(tone="muted", wrap=True), label()
        self.go = DeskButton(self.tr("Try now"), "road")
        self.go.clicked.connect(self._press)
        self.said = label(size="small", wrap=True)
        self.said.hide()
        self.model, self.table = AttemptsModel(), QTableView()
        self._busy = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(14)
        layout.addWidget(self._sum())
        self.stick, self.copy, self.neighbour = StickCard(), CopyCard(), NeighbourCard()
        layout.addLayout(self._roads())
        layout.addWidget(self._log(), 1)
        shortcut = QShortcut(QKeySequence("Ctrl+E"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.export_requested)

    def arrive(self) -> None:
        """The first thing to press has the focus."""
        self.go.setFocus()

    def show_sum(self, state: SumState) -> None:
        """The equation."""
        for part, number in (
            (self.recorded, state.recorded),
            (self.waiting, state.waiting),
            (self.confirmed, state.confirmed),
        ):
            part.setText(f"{number:,}")
        set_tone(self.waiting, "wait" if state.waiting else "muted")
        words = self.tr(
            "Of these: {counted} counted · {contested} contested · {fix} to fix · {voided} voided"
        )
        self.parts.setText(
            words.format(
                counted=f"{state.counted:,}",
                contested=state.contested,
                fix=state.quarantined,
                voided=state.voided,
            )
        )
        self.unaccounted.setText(self.tr("{n} unaccounted").format(n=state.unaccounted))
        set_tone(self.unaccounted, "stop" if state.unaccounted else "ok")

    def show_road(self, state: RoadState) -> None:
        """How the internet road stands."""
        self._busy = state.busy
        self.state.setText(state.state)
        self.load.setText(state.load)
        self.go.setText(self.tr("Stop") if state.busy else self.tr("Try now"))
        self.go.setAccessibleName(self.go.text())
        self.go.setEnabled(state.may_try or state.busy)

    def show_attempts(self, rows: Sequence[AttemptRow]) -> None:
        """The log, newest first."""
        self.model.show_rows(rows)

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of an export."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        set_tone(self.said, tone)

    def _press(self) -> None:
        (self.cancel_requested if self._busy else self.try_requested).emit()

    def _sum(self) -> QFrame:
        frame = card(horizontal=True, margins=(22, 14, 22, 14))
        layout = frame.layout()
        if isinstance(layout, QHBoxLayout):
            layout.setSpacing(20)
            layout.addLayout(_named(self.tr("Recorded, whole journal"), self.recorded))
            layout.addWidget(label("=", size="sum", tone="muted"))
            layout.addLayout(_named(self.tr("Waiting"), self.waiting))
            layout.addWidget(label("+", size="sum", tone="muted"))
            layout.addLayout(_named(self.tr("Confirmed, signed by the hub"), self.confirmed))
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addStretch(1)
            words.addWidget(self.parts)
            words.addWidget(self.unaccounted)
            words.addStretch(1)
            layout.addLayout(words, 1)
            layout.addWidget(self.export)
        return frame

    def _roads(self) -> QGridLayout:
        internet = QWidget()
        words = (self.state, self.load, self.said)
        whole(road_card("globe", self.tr("Internet"), words, (self.go,)), internet)
        roads = QGridLayout()
        roads.setSpacing(14)
        for place, road in enumerate((internet, self.neighbour, self.stick, self.copy)):
            roads.addWidget(road, place // 2, place % 2)
            roads.setColumnStretch(place % 2, 1)
        return roads

    def _log(self) -> QFrame:
        frame = card(margins=(6, 6, 6, 6))
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Attempts to reach the hub"))
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(46)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in enumerate((180, 110, 80, 100, 0, 250)):
            if width:
                header.resizeSection(column, width)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        layout = frame.layout()
        if layout is not None:
            layout.addWidget(self.table)
        return frame


def _named(words: str, number: QWidget) -> QVBoxLayout:
    both = QVBoxLayout()
    both.setSpacing(0)
    both.addWidget(label(words, size="heading"))
    both.addLayout(row(number, 1))
    return both
