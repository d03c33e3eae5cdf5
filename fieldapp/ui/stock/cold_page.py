"""The cold chain of a refrigerator or box: chart, excursions, readings, loggers' files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.lines_table import LinesTable
from fieldapp.ui.side_by_side import SideBySide
from fieldapp.ui.stock.board_page import ThermometerCard
from fieldapp.ui.stock.state import ColdState, ExcursionLine, ImportState
from fieldapp.ui.theme import in_force
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, card, label, row
from fieldapp.ui.wrapping import key_row

_WORST, _LOTS = 1, 3
_LEAST = 440


class ExcursionsModel(LinesModel[ExcursionLine]):
    """The excursions as a table, the newest first."""

    def heads(self) -> Sequence[str]:
        first = (self.tr("Began"), self.tr("Worst"), self.tr("Outside for"))
        return (*first, self.tr("Lots on board"))

    def cells(self, line: ExcursionLine) -> Sequence[str]:
        return (line.began, line.peak, line.outside, line.lots)

    def look(self, line: ExcursionLine, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.ForegroundRole and column == _WORST:
            return in_force().colour(line.tone)
        return None


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
        self.thermometer.nothing.setText(
            self.tr("No temperature was read yet. Type one here, or read a logger’s file.")
        )
        self.which = Picker(self.tr("Refrigerator or box"))
        self.which.box.setEditable(True)
        self.which.box.setPlaceholderText(self.tr("Its name, such as Cold box 1"))
        self.reading = Field(self.tr("Temperature now, °C"), "4.6")
        self.model = ExcursionsModel()
        self.table = LinesTable(self.model, wide=_LOTS)
        self.table.setAccessibleName(self.tr("Excursions"))
        self.rule, self.message = label(size="small", tone="muted", wrap=True), label(wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(10)
        self.stop = DeskButton(self.tr("Stop"), "small")
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.back.setMinimumWidth(150)
        self.file = DeskButton(self.tr("Read a logger’s file"), "action", "Ctrl O")
        self.period = DeskButton("", "action", "F4")
        self.save = DeskButton(self.tr("Write the temperature down"), "primary", "F9")
        self._lay_out()
        self._connect()
        self.show_import(ImportState(""))

    def _lay_out(self) -> None:
        head = row(label(self.tr("Cold chain"), size="title"), 1, self.period, self.file)
        body = QVBoxLayout()
        right = self._right()
        body.addWidget(SideBySide(self.thermometer, right, least=_LEAST, second_on_top=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(Body(body), 1)
        layout.addWidget(self.message)
        layout.addLayout(key_row(self.back, widest=self.save))

    def _right(self) -> QWidget:
        fields = row(self.which, self.reading, spacing=14)
        fields.setStretch(0, 3)
        fields.setStretch(1, 2)
        frame = card(margins=(6, 6, 6, 6))
        inside = frame.layout()
        if inside is not None:
            inside.addWidget(self.table)
        running = row(self.progress, self.stop)
        running.setStretch(0, 1)
        right = QWidget()
        lines = QVBoxLayout(right)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addLayout(fields)
        lines.addWidget(frame, 1)
        lines.addWidget(self.rule)
        lines.addLayout(running)
        return right

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
        calm = self.tr("It was never outside its limits.") if state.thermometer.name else ""
        self.table.say_when_empty(calm)
        self.model.show_lines(state.excursions)
        self.rule.setText(state.rule)
        self.period.setText(state.period)
        self._refresh()

    def show_import(self, state: ImportState) -> None:
        """How an import goes on, or what came of it."""
        tell(self.message, state.words, state.tone)
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
