"""The USB road as a card of the sync room: what is in, what would go, and two keys to press."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fieldapp.ui.widgets import DeskButton, IconLabel, card, label, row, set_tone


@dataclass(frozen=True, slots=True)
class StickState:
    """Which stick is in, in words; what waits to go; whether the buttons can be pressed."""

    state: str
    load: str
    ready: bool = False


class StickCard(QWidget):
    """Asks to write and to read; knows no drive and no file."""

    write_requested = Signal()
    read_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state, self.load = label(tone="muted", wrap=True), label(wrap=True)
        self.said = label(size="small", wrap=True)
        self.said.hide()
        self.write = DeskButton(self.tr("Write to stick"), "road")
        self.read = DeskButton(self.tr("Read receipts"), "road")
        self.write.clicked.connect(self.write_requested)
        self.read.clicked.connect(self.read_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame())
        self.show_stick(StickState("", ""))

    def _frame(self) -> QFrame:
        frame = card(margins=(18, 12, 18, 12))
        layout = frame.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setSpacing(4)
            title = label(self.tr("USB stick"), size="subtitle")
            layout.addLayout(row(IconLabel("hard-drive"), title, 1))
            for part in (self.state, self.load, self.said):
                layout.addWidget(part)
            layout.addStretch(1)
            buttons = row(self.write, self.read)
            buttons.setStretch(0, 1)
            buttons.setStretch(1, 1)
            layout.addLayout(buttons)
        return frame

    def show_stick(self, state: StickState) -> None:
        """How the road stands."""
        self.state.setText(state.state)
        self.load.setText(state.load)
        for button in (self.write, self.read):
            button.setEnabled(state.ready)

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of writing or reading."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        set_tone(self.said, tone)
