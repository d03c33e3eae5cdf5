"""The sync room as one screen: the sum, the internet road, the log. Asks by signals, never acts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.language import number
from fieldapp.ui.sync_room.log_model import HAPPENED, LogModel
from fieldapp.ui.sync_room.state import SyncState
from fieldapp.ui.widgets import DeskButton, IconLabel, card, label, row, set_tone

_WIDTHS = (170, 120, 80, 90, 0, 240)


class Term(QWidget):
    """One number of the sum with its word above."""

    def __init__(self, words: str, tone: str = "") -> None:
        super().__init__()
        self.words, self.number = label(words, size="heading"), label(size="sum", tone=tone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.number)

    def show_number(self, count: int) -> None:
        """Show the number."""
        self.number.setText(number(count))
        self.number.setAccessibleName(f"{self.words.text()}: {number(count)}")


class SumCard(QFrame):
    """recorded = waiting + confirmed, and what became of the confirmed ones."""

    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.recorded = Term(self.tr("Recorded, whole journal"))
        self.waiting = Term(self.tr("Waiting"), "wait")
        self.confirmed = Term(self.tr("Confirmed, signed by the hub"), "ok")
        self.parts = label(size="strip", tone="muted", wrap=True)
        self.rest = label(size="strong", tone="ok")
        self.export = DeskButton(self.tr("Export log"), key="Ctrl E")
        self.export.clicked.connect(self.export_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(22, 12, 22, 12)
        line.setSpacing(22)
        terms = (self.recorded, _sign("="), self.waiting, _sign("+"), self.confirmed)
        for term in terms:
            line.addWidget(term)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.parts)
        words.addWidget(self.rest)
        words.addStretch(1)
        line.addLayout(words, 1)
        line.addWidget(self.export)

    def show_sum(self, state: SyncState) -> None:
        """Fill the sum."""
        self.recorded.show_number(state.recorded)
        self.waiting.show_number(state.waiting)
        self.confirmed.show_number(state.confirmed)
        set_tone(self.waiting.number, "wait" if state.waiting else "muted")
        self.parts.setText(self._parts(state))
        self.rest.setText(self.tr("{n} unaccounted").format(n=number(state.unaccounted)))
        set_tone(self.rest, "stop" if state.unaccounted else "ok")

    def _parts(self, state: SyncState) -> str:
        named = (
            (self.tr("{n} counted"), state.counted, True),
            (self.tr("{n} contested"), state.contested, False),
            (self.tr("{n} to fix"), state.quarantined, False),
            (self.tr("{n} struck through"), state.voided, False),
            (self.tr("{n} erased"), state.erased, False),
        )
        shown = [words.format(n=number(n)) for words, n, always in named if n or always]
        return self.tr("Of the confirmed: {parts}").format(parts=" · ".join(shown))


class InternetCard(QFrame):
    """The road over the internet: how it stands, what would go, and trying now."""

    sync_requested = Signal()
    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._working = False
        self.title = label(self.tr("Internet"), size="subtitle")
        self.state, self.estimate = label(tone="muted", wrap=True), label()
        self.button = DeskButton("", "road")
        self.button.setMinimumWidth(220)
        self.button.clicked.connect(self._ask)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(row(IconLabel("globe"), self.title, 1))
        words.addWidget(self.state)
        words.addWidget(self.estimate)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 14, 18, 14)
        line.setSpacing(22)
        line.addLayout(words, 1)
        line.addWidget(self.button)

    def show_road(self, state: SyncState) -> None:
        """Fill the card."""
        self._working = state.working
        self.state.setText(state.road)
        self.estimate.setText(state.estimate)
        self.button.setText(self.tr("Stop") if state.working else self.tr("Try now"))
        self.button.setEnabled(state.can_try)

    def _ask(self) -> None:
        (self.stop_requested if self._working else self.sync_requested).emit()


class SyncScreen(QWidget):
    """How many doses are where, and what every attempt came to."""

    sync_requested = Signal()
    stop_requested = Signal()
    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sum, self.internet, self.model = SumCard(), InternetCard(), LogModel(self)
        self.message = label(tone="ok", wrap=True)
        self.message.hide()
        self.table, self.none = self._table(), label(tone="muted")
        self.none.setText(self.tr("Nothing has been sent yet."))
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        log = card(margins=(2, 2, 2, 2))
        inside = log.layout()
        if inside is not None:
            inside.addWidget(self.none)
            inside.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(14)
        for part in (self.sum, self.internet, self.message):
            column.addWidget(part)
        column.addWidget(log, 1)
        self._connect()

    def show_sync(self, state: SyncState) -> None:
        """Fill the room."""
        self.sum.show_sum(state)
        self.internet.show_road(state)
        self.model.show(state.log)
        self.table.setVisible(bool(state.log))
        self.none.setVisible(not state.log)

    def show_message(self, words: str, tone: str = "ok") -> None:
        """Say what an export or a sync came to, or nothing."""
        self.message.setText(words)
        self.message.setVisible(bool(words))
        set_tone(self.message, tone)

    def _connect(self) -> None:
        self.internet.sync_requested.connect(self.sync_requested)
        self.internet.stop_requested.connect(self.stop_requested)
        self.sum.export_requested.connect(self.export_requested)
        export = QShortcut(QKeySequence("Ctrl+E"), self)
        export.setAutoRepeat(False)
        export.activated.connect(self.export_requested)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Log of attempts"))
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(46)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        head.setSectionResizeMode(HAPPENED, QHeaderView.ResizeMode.Stretch)
        return table


def _sign(text: str) -> QLabel:
    return label(text, size="sum", tone="muted")
