"""The sync room: the big sum, the roads that exist, and every attempt with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.copy_card import CopyCard
from fieldapp.ui.keys import bind
from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.lines_table import LinesTable
from fieldapp.ui.neighbour_card import NeighbourCard
from fieldapp.ui.road_card import road_card, whole
from fieldapp.ui.side_by_side import SideBySide
from fieldapp.ui.stick_card import StickCard
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, card, label, row, set_tone

_HAPPENED = 4


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


class AttemptsModel(LinesModel[AttemptRow]):
    """The log as a table, newest first."""

    numbers = (2, 3)

    def heads(self) -> Sequence[str]:
        return (
            self.tr("When"),
            self.tr("Road"),
            self.tr("Doses"),
            self.tr("Size"),
            self.tr("What happened"),
            self.tr("Hub’s receipt"),
        )

    def cells(self, line: AttemptRow) -> Sequence[str]:
        return (line.when, line.road, line.doses, line.size, line.happened, line.receipt)


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
        self.model = AttemptsModel()
        self.table = LinesTable(self.model, wide=_HAPPENED, least=1)
        self._busy = False
        self.stick, self.copy, self.neighbour = StickCard(), CopyCard(), NeighbourCard()
        body = QVBoxLayout()
        body.setSpacing(14)
        body.addWidget(self._sum())
        body.addWidget(self._roads())
        body.addWidget(self._log(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(Body(body))
        bind(self, "Ctrl+E", self.export_requested.emit)

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
        told = words.format(
            counted=f"{state.counted:,}",
            contested=state.contested,
            fix=state.quarantined,
            voided=state.voided,
        )
        erased = self.tr("{n} erased by law").format(n=state.erased)
        self.parts.setText(f"{told} · {erased}" if state.erased else told)
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
        """The log, newest first; it is counted at every step, and seldom says anything new."""
        if list(rows) != self.model.lines:
            self.model.show_lines(rows)

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of an export."""
        tell(self.said, words, tone)

    def _press(self) -> None:
        (self.cancel_requested if self._busy else self.try_requested).emit()

    def _sum(self) -> QFrame:
        figures, told = QWidget(), QWidget()
        line = QHBoxLayout(figures)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(20)
        line.addLayout(_named(self.tr("Recorded, whole journal"), self.recorded))
        line.addWidget(label("=", size="sum", tone="muted"))
        line.addLayout(_named(self.tr("Waiting"), self.waiting))
        line.addWidget(label("+", size="sum", tone="muted"))
        line.addLayout(_named(self.tr("Confirmed, signed by the hub"), self.confirmed))
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.parts)
        words.addWidget(self.unaccounted)
        words.addStretch(1)
        beside = QHBoxLayout(told)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addLayout(words, 1)
        beside.addWidget(self.export)
        frame = card(margins=(22, 14, 22, 14))
        layout = frame.layout()
        if layout is not None:
            layout.addWidget(SideBySide(figures, told, shares=(0, 1), spacing=20))
        return frame

    def _roads(self) -> QWidget:
        """Four in a line; two and two, or one below the other, where the text is larger."""
        internet = QWidget()
        words = (self.state, self.load, self.said)
        whole(road_card("globe", self.tr("Internet"), words, (self.go,)), internet)
        pairs = (internet, self.stick), (self.neighbour, self.copy)
        return SideBySide(*(SideBySide(*pair, spacing=14) for pair in pairs), spacing=14)

    def _log(self) -> QFrame:
        frame = card(margins=(6, 6, 6, 6))
        self.table.setAccessibleName(self.tr("Attempts to reach the hub"))
        self.table.say_when_empty(self.tr("The hub was not tried yet."))
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
