"""Who has booked for today: the sums on top, everybody by time below, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.bookings.state import BookedRow, BookedState
from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.lines_table import LinesTable
from fieldapp.ui.pill import PILL, PillDelegate
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, card, clear, label, one_line
from fieldapp.ui.wrapping import Wrapping, key_row

_PRESENCE = 4


class BookedModel(LinesModel[BookedRow]):
    """Everybody with a seat, in the order given."""

    def heads(self) -> Sequence[str]:
        return (
            self.tr("Time"),
            self.tr("Person"),
            self.tr("Document"),
            self.tr("Code"),
            self.tr("Here?"),
        )

    def cells(self, line: BookedRow) -> Sequence[str]:
        return line.time, line.who, line.paper, line.code, line.presence.words

    def look(self, line: BookedRow, column: int, role: int) -> object:
        return line.presence if role == PILL and column == _PRESENCE else None


class BoardPage(QWidget):
    """Asks by signals, never acts. A scan into this page notes nobody: Enter does nothing here."""

    noted = Signal(object)  # a BookedRow who is here, or is not after all
    desk_requested = Signal(object)  # a BookedRow to be seen at the desk
    other_requested = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.rule = label(size="title", wrap=True), label(tone="muted", wrap=True)
        self.said = label(wrap=True)
        self.said.hide()
        self.model = BookedModel()
        self.table = LinesTable(self.model, wide=1, least=3)
        self.table.setAccessibleName(self.tr("Who has booked for today"))
        self.table.setItemDelegateForColumn(_PRESENCE, PillDelegate(self.table))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _old: self._refresh())
        self.nothing = label(tone="muted", wrap=True)
        self._figures = Wrapping(spacing=26)
        self.cancel = DeskButton(self.tr("Back"), "action", "Esc")
        self.other = DeskButton("", "action", "F3")
        self.desk = DeskButton(self.tr("To the desk"), "action", "F4")
        self.note = DeskButton(self.tr("Is here"), "primary", "F9")
        self._lay_out()
        self.cancel.clicked.connect(self.cancelled)
        self.other.clicked.connect(self.other_requested)
        self.desk.clicked.connect(self.to_desk)
        self.note.clicked.connect(self.submit)

    def _lay_out(self) -> None:
        frame = card(margins=(6, 6, 6, 6))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.table, 1)
            inside.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addLayout(self._figures)
        layout.addWidget(frame, 1)
        layout.addWidget(self.rule)
        layout.addWidget(self.said)
        layout.addLayout(key_row(self.cancel, self.other, self.desk, widest=self.note))

    def arrive(self) -> None:
        """Up and Down choose somebody."""
        (self.table if self.table.isVisible() else self).setFocus()

    def show_day(self, state: BookedState) -> None:
        """Fill the page; whoever was chosen stays chosen."""
        before = self.chosen.code if self.chosen is not None else ""
        self.title.setText(state.title)
        tell(self.rule, state.rule)
        self._show_figures(state)
        self.model.show_lines(state.rows)
        self.table.setVisible(bool(state.rows))
        self.nothing.setVisible(not state.rows)
        self.nothing.setText(state.nothing)
        tell(self.other, state.other)
        codes = [row.code for row in state.rows]
        if codes:
            self.table.selectRow(codes.index(before) if before in codes else _first(state.rows))
        self._refresh()

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of the last thing that was asked."""
        tell(self.said, words, tone)

    @property
    def chosen(self) -> BookedRow | None:
        """Whom the arrows stand on."""
        at = self.table.currentIndex()
        return self.model.lines[at.row()] if at.isValid() else None

    def submit(self) -> None:
        """F9: the chosen one is here, or is not after all."""
        if self.chosen is not None and self.note.isEnabled():
            self.noted.emit(self.chosen)

    def to_desk(self) -> None:
        """F4: the chosen one comes to the desk."""
        if self.chosen is not None:
            self.desk_requested.emit(self.chosen)

    def _show_figures(self, state: BookedState) -> None:
        clear(self._figures)
        for word, number, tone in state.figures:
            pair = QWidget()
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(8)
            inside.addWidget(one_line(number, size="title", tone=tone))
            inside.addWidget(one_line(word, tone="muted"))
            self._figures.addWidget(pair)

    def _refresh(self) -> None:
        row = self.chosen
        self.desk.setEnabled(row is not None)
        self.note.setEnabled(row is not None and (row.may_note or row.may_take_back))
        back = row is not None and row.may_take_back
        self.note.setText(self.tr("Is not here after all") if back else self.tr("Is here"))


def _first(rows: Sequence[BookedRow]) -> int:
    """The first who is awaited: those before them are here."""
    return next((at for at, row in enumerate(rows) if row.may_note), 0)
