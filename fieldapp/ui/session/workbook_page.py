"""The session as a workbook: written for where the laptop fails, and brought back row by row."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.keys import bind
from fieldapp.ui.session.workbook_state import WorkbookLine, WorkbookState
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, card, clear, key_cap, label, row
from fieldapp.ui.wrapping import key_row

_MOST_KEYS = 9


class WorkbookPage(QWidget):
    """Asks by signals, never acts. A row that somebody must decide is said yes to by its button,
    or Alt and a number."""

    write_requested = Signal()
    bring_requested = Signal()
    confirmed = Signal(object)  # the numbers of the rows that were said yes to
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.lead = label(size="title"), label(tone="muted", wrap=True)
        self.said = label(wrap=True)
        self.asked: dict[int, DeskButton] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.write = DeskButton(self.tr("Write a workbook…"), "action", "F3")
        self.bring = DeskButton(self.tr("Bring one back…"), "action", "F4")
        self.confirm = DeskButton("", "primary", "F9")
        self.back.clicked.connect(self.cancelled)
        self.write.clicked.connect(self.write_requested)
        self.bring.clicked.connect(self.bring_requested)
        self.confirm.clicked.connect(self.submit)
        self._lay_out()
        self._bind_keys()

    def _lay_out(self) -> None:
        frame = card(margins=(24, 16, 24, 16))
        inside, lines = frame.layout(), QVBoxLayout()
        lines.addLayout(self._lines)
        lines.addStretch(1)
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.title)
            inside.addWidget(self.lead)
            inside.addWidget(Body(lines), 1)
            inside.addWidget(self.said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(frame, 1)
        layout.addLayout(key_row(self.back, self.write, self.bring, widest=self.confirm))

    def _bind_keys(self) -> None:
        for number in range(1, _MOST_KEYS + 1):
            bind(self, f"Alt+{number}", partial(self._press, number))

    def show_workbook(self, state: WorkbookState) -> None:
        """Fill the page; nothing is said yes to."""
        self.title.setText(state.title)
        self.lead.setText(state.lead)
        self.say("")
        clear(self._lines)
        self.asked = {}
        for line in state.lines:
            self._lines.addWidget(self._line(line))
        self.write.setVisible(state.may_write)
        tell(self.confirm, state.confirm)

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of the last thing that was asked."""
        tell(self.said, words, tone)

    def show_fault(self, words: str) -> None:
        """Why it was not done; what could be recorded still can."""
        self.say(words, "stop")
        self.confirm.setVisible(bool(self.confirm.text()))

    @property
    def yes(self) -> frozenset[int]:
        """The numbers of the rows that were said yes to."""
        return frozenset(number for number, one in self.asked.items() if one.isChecked())

    def submit(self) -> None:
        """F9: record, once there is something to."""
        if self.confirm.isVisible():
            self.confirm.hide()  # pressed twice it is done once
            self.confirmed.emit(self.yes)

    def _line(self, line: WorkbookLine) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(line.words, tone=line.tone, wrap=True))
        if line.detail:
            layout.addWidget(label(line.detail, size="small", tone="muted", wrap=True))
        if line.ask is not None:
            layout.addSpacing(4)
            layout.addLayout(self._offer(line.ask, line.offer))
        return made

    def _offer(self, number: int, words: str) -> QHBoxLayout:
        button = DeskButton(words, "hit")
        button.setCheckable(True)
        self.asked[number] = button
        key = key_cap(f"Alt {len(self.asked)}") if len(self.asked) <= _MOST_KEYS else label()
        offer = row(key, button)
        offer.setStretch(1, 1)
        return offer

    def _press(self, which: int) -> None:
        buttons = list(self.asked.values())
        if which <= len(buttons):
            buttons[which - 1].click()
