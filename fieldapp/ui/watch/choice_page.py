"""A list to choose from by number: reports to look at, or the dose that a reaction followed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.told import tell
from fieldapp.ui.watch.state import ChoiceState
from fieldapp.ui.widgets import DeskButton, clear, key_cap, label, row


class ChoicePage(QWidget):
    """Alt and a number, or a click, chooses; Esc goes back to the board."""

    chosen = Signal(bytes)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.nothing = label(size="title", wrap=True), label(tone="muted", wrap=True)
        self.message = label(tone="stop", wrap=True)
        self._state = ChoiceState("", ())
        self.buttons: list[DeskButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        inside = QVBoxLayout()
        inside.addWidget(self.nothing)
        inside.addLayout(self._list)
        inside.addStretch(1)
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.back.setMinimumWidth(150)
        self.back.clicked.connect(self.cancelled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(Body(inside), 1)
        layout.addWidget(self.message)
        layout.addLayout(row(self.back, 1))

    def show_fault(self, words: str) -> None:
        """Say why what was chosen cannot be opened."""
        tell(self.message, words)

    def show_choice(self, state: ChoiceState) -> None:
        """Offer these."""
        self._state = state
        self.title.setText(state.title)
        self.nothing.setText(state.nothing)
        self.nothing.setVisible(not state.lines)
        self.show_fault("")
        clear(self._list)
        self.buttons = []
        for number, line in enumerate(state.lines, start=1):
            button = DeskButton(line.words, "hit")
            button.set_note(line.detail)
            button.clicked.connect(lambda _=False, which=line.id: self.chosen.emit(which))
            self.buttons.append(button)
            laid = row(key_cap(f"Alt {number}") if number < 10 else label(), button)
            laid.setStretch(1, 1)
            self._list.addLayout(laid)
        (self.buttons[0] if self.buttons else self.back).setFocus()

    def choose(self, number: int) -> None:
        """Choose by number, from 1."""
        if 1 <= number <= len(self._state.lines):
            self.chosen.emit(self._state.lines[number - 1].id)
