"""One line a record, newest first; the chosen line says what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.records.state import Kind, RecordLine, RecordsState
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, clear, key_cap, label, row
from fieldapp.ui.wrapping import Wrapping

_MOST_KEYS = 9


class LineRow(QWidget):
    """A record that can be chosen by its number or a click, and what was corrected in it."""

    chosen = Signal()

    def __init__(self, number: int, line: RecordLine) -> None:
        super().__init__()
        self.button = DeskButton(line.words, "hit")
        self.button.setCheckable(True)
        self.button.set_note(line.detail)
        self.button.clicked.connect(self.chosen)
        key = key_cap(f"Alt {number}") if number <= _MOST_KEYS else label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(2)
        first = row(key, self.button)
        first.setStretch(1, 1)
        layout.addLayout(first)
        for note in line.notes:
            said = label(note, size="small", tone=line.tone or "muted", wrap=True)
            said.setIndent(84)
            layout.addWidget(said)


class ListPage(QWidget):
    """The records of a person, or what the hub has put aside."""

    amend_requested = Signal(object)
    strike_requested = Signal(object)
    compare_requested = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.lead = label(size="title"), label(tone="muted", wrap=True)
        self.rows: list[LineRow] = []
        self._lines: tuple[RecordLine, ...] = ()
        self._chosen = -1
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.back = DeskButton(self.tr("Back to the desk"), "action", "Esc")
        self.amend = DeskButton(self.tr("Correct…"), "action", "F4")
        self.strike = DeskButton(self.tr("Strike through…"), "action", "F6")
        self.compare = DeskButton(self.tr("Compare…"), "action", "F4")
        self.back.clicked.connect(self.cancelled)
        self.amend.clicked.connect(self.correct)
        self.compare.clicked.connect(self.correct)
        self.strike.clicked.connect(self.strike_through)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.lead)
        lines = QVBoxLayout()
        lines.addLayout(self._list)
        lines.addStretch(1)
        self._area = Body(lines)
        layout.addWidget(self._area, 1)
        layout.addLayout(self._actions())

    def _actions(self) -> Wrapping:
        for key in (self.amend, self.compare, self.strike):
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return Wrapping(self.back, self.amend, self.compare, self.strike)

    @property
    def chosen(self) -> RecordLine | None:
        """The line that the keys are about."""
        return self._lines[self._chosen] if 0 <= self._chosen < len(self._lines) else None

    def show_records(self, state: RecordsState) -> None:
        """Show the list; a list of one line has it chosen already."""
        self.title.setText(state.title)
        tell(self.lead, state.lead)
        clear(self._list)
        self._lines, self.rows = state.lines, []
        for number, line in enumerate(state.lines, start=1):
            made = LineRow(number, line)
            made.chosen.connect(lambda which=number: self.choose(which))
            self.rows.append(made)
            self._list.addWidget(made)
        self.choose(1 if len(state.lines) == 1 else 0)

    def choose(self, number: int) -> None:
        """Choose a line by its number, from 1; another number chooses none."""
        self._chosen = number - 1
        for place, made in enumerate(self.rows, start=1):
            made.button.setChecked(place == number)
            if place == number:
                self._area.ensureWidgetVisible(made)
        line = self.chosen
        self.amend.setVisible(line is not None and line.may_amend)
        self.strike.setVisible(line is not None and line.may_strike)
        self.compare.setVisible(line is not None and line.kind is Kind.PAIR)

    def correct(self) -> None:
        """F4: correct the chosen record, or compare the chosen pair."""
        line = self.chosen
        if line is not None and line.kind is Kind.PAIR:
            self.compare_requested.emit(line)
        elif line is not None and line.may_amend:
            self.amend_requested.emit(line)

    def strike_through(self) -> None:
        """F6: strike the chosen record through."""
        line = self.chosen
        if line is not None and line.may_strike:
            self.strike_requested.emit(line)
