"""The USB road as a card of the sync room: what is in, what would go, and two keys to press."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldapp.ui.road_card import road_card, whole
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, label


@dataclass(frozen=True, slots=True)
class StickState:
    """Which stick is in, in words; what waits to go; which buttons can be pressed. A laptop that
    has not joined a hub has nothing to write for it, and may read the pack that lets it join."""

    state: str
    load: str
    may_write: bool = False
    may_read: bool = False


class StickCard(QWidget):
    """Asks to write and to read; knows no drive and no file."""

    write_requested = Signal()
    read_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state, self.load = label(tone="muted", wrap=True), label(wrap=True)
        self.said = label(size="small", wrap=True)
        self.said.hide()
        self.write = DeskButton(self.tr("Write"), "road")
        self.read = DeskButton(self.tr("Read"), "road")
        self.write.setAccessibleName(self.tr("Write to stick"))
        self.read.setAccessibleName(self.tr("Read the stick"))
        self.write.clicked.connect(self.write_requested)
        self.read.clicked.connect(self.read_requested)
        words, keys = (self.state, self.load, self.said), (self.write, self.read)
        whole(road_card("hard-drive", self.tr("USB stick"), words, keys), self)
        self.show_stick(StickState("", ""))

    def show_stick(self, state: StickState) -> None:
        """How the road stands."""
        self.state.setText(state.state)
        self.load.setText(state.load)
        self.write.setEnabled(state.may_write)
        self.read.setEnabled(state.may_read)

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of writing or reading."""
        tell(self.said, words, tone)
