"""Counting at the end of the day: one lot, or the cash box, at a time; a scan is never a count."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.session.state import CountState
from fieldapp.ui.theme import scaled
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, label, set_tone
from fieldapp.ui.wrapping import Wrapping

_MOST_CHARACTERS = 9  # more was a scan
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CountPanel(QWidget):
    """Says how the lot stands, and takes the number that was counted. Enter counts."""

    counted = Signal(str)
    waste_requested = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.words = label(wrap=True)
        self.words.setMinimumHeight(scaled(44))
        self.edit = QLineEdit()
        self.edit.setFixedWidth(scaled(110))
        self.edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.edit.returnPressed.connect(self._submit)
        self.edit.installEventFilter(self)
        self.unit = label(tone="muted")
        self.confirm = DeskButton("", "small", "Enter")
        self.confirm.clicked.connect(self._submit)
        self.waste = DeskButton("", "small", "Ctrl W")
        self.waste.clicked.connect(self.waste_requested)
        self.fault = label(tone="stop", wrap=True)
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 8, 14)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addLayout(Wrapping(self.edit, self.unit, self.confirm, self.waste, spacing=8))
        layout.addWidget(self.fault)
        self._key: object = None

    def show_count(self, state: CountState | None) -> None:
        """Ask for this number; what is half typed stays while the question stays."""
        self.setVisible(state is not None)
        if state is None:
            return
        if state.key != self._key:
            self.edit.clear()
            self.say("")
        self._key = state.key
        self.words.setText(state.words)
        set_tone(self.words, state.tone)
        self.unit.setText(state.unit)
        self.edit.setAccessibleName(f"{state.words} {state.unit}")
        self.confirm.setText(state.confirm)
        tell(self.waste, state.explain)

    def say(self, words: str) -> None:
        """Why a number was not taken."""
        tell(self.fault, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go to the next lot while the number keeps the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.stepped.emit(step)
                return True
        return super().eventFilter(watched, event)

    def _submit(self) -> None:
        text = self.edit.text().strip()
        self.edit.clear()
        if len(text) > _MOST_CHARACTERS:
            self.say(self.tr("That was a scan. Type how many you count."))
        elif text:
            self.say("")
            self.counted.emit(text)
