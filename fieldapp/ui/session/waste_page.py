"""*Wasted, because…*: how many doses, and a reason by its number; F9 records it."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.form_fields import Field
from fieldapp.ui.session.state import WasteState
from fieldapp.ui.widgets import DeskButton, card, clear, label, row


class WastePage(QWidget):
    """A scan into this page chooses nothing: digits that end with Enter are no choice."""

    confirmed = Signal(str, str, str)  # doses, reason, note
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label(size="title", wrap=True)
        self.doses, self.note = Field(self.tr("Doses")), Field(self.tr("In your words"))
        self.doses.edit.setMaximumWidth(160)
        self.fault = label(tone="stop", wrap=True)
        self.fault.hide()
        self.buttons: list[DeskButton] = []
        self._reasons: tuple[tuple[str, str], ...] = ()
        self._chosen = -1
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.cancel = DeskButton(self.tr("Back"), "action", "Esc")
        self.cancel.clicked.connect(self.cancelled)
        self.confirm = DeskButton(self.tr("Record as wasted"), "primary", "F9")
        self.confirm.clicked.connect(self.submit)
        self._lay_out()

    def _lay_out(self) -> None:
        frame = card(margins=(24, 18, 24, 18))
        inside = frame.layout()
        fields = row(self.doses, self.note)
        fields.setStretch(1, 1)
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.title)
            inside.addLayout(self._list)
            inside.addLayout(fields)
            inside.addWidget(self.fault)
            inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(frame, 1)
        actions = row(self.cancel, self.confirm)
        actions.setStretch(1, 1)
        layout.addLayout(actions)

    def show_waste(self, state: WasteState) -> None:
        """Ask; nothing is chosen at first."""
        self.title.setText(state.title)
        self.doses.edit.setText(str(state.doses))
        self.note.edit.clear()
        self._reasons, self._chosen = state.reasons, -1
        clear(self._list)
        self.buttons = []
        for number, (_, words) in enumerate(state.reasons):
            button = DeskButton(f"{number + 1}   {words}", "hit")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, which=number: self.choose(which))
            self.buttons.append(button)
        for left, right in zip_longest(self.buttons[::2], self.buttons[1::2]):
            pair = row(left, right or QWidget(), spacing=8)
            pair.setStretch(0, 1)
            pair.setStretch(1, 1)
            self._list.addLayout(pair)
        self.show_fault("")
        self._refresh()
        self.setFocus()

    def show_fault(self, words: str) -> None:
        """Why it was not recorded."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def choose(self, which: int) -> None:
        """Choose the reason of this number, from 0."""
        if 0 <= which < len(self._reasons):
            self._chosen = which
        self._refresh()

    def submit(self) -> None:
        """Ask to record it, once a reason is there."""
        if self.confirm.isEnabled():
            reason = self._reasons[self._chosen][0]
            self.confirmed.emit(self.doses.text, reason, self.note.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._chosen = -1
            self._refresh()
        elif event.text().isdigit() and self.focusWidget() not in _edits(self):
            self.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        for number, button in enumerate(self.buttons):
            button.setChecked(number == self._chosen)
        self.confirm.setEnabled(self._chosen >= 0)


def _edits(page: WastePage) -> tuple[QWidget, ...]:
    return page.doses.edit, page.note.edit
