"""The neighbour road as a card of the sync room: who is near, what both counted, two keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from fieldapp.ui.measure import line_width
from fieldapp.ui.road_card import road_card, whole
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, label


@dataclass(frozen=True, slots=True)
class NeighbourState:
    """Whether this laptop listens and who is near, in words; what can be pressed.

    `held` tells what this laptop holds for others, empty for nothing.
    """

    state: str
    held: str = ""
    listening: bool = False
    busy: bool = False
    ready: bool = False


class NeighbourCard(QWidget):
    """Asks to listen, to stop, and to meet an address or whoever is near; knows no network."""

    listen_requested = Signal()
    stop_requested = Signal()
    meet_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.state, self.held = label(tone="muted", wrap=True), label(wrap=True)
        self.said = label(size="small", wrap=True)
        self.said.hide()
        self.address = QLineEdit()
        self.address.setPlaceholderText(self.tr("Its address"))
        self.address.setMinimumWidth(line_width(self.address.placeholderText()))
        self.address.setAccessibleName(self.tr("Address of the other laptop"))
        self.address.setToolTip(
            self.tr("Only needed where the other laptop is not found by itself")
        )
        self.address.returnPressed.connect(self._meet)
        self.meet = DeskButton(self.tr("Exchange"), "road")
        self.meet.setAccessibleName(self.tr("Exchange records with a neighbour laptop"))
        self.meet.clicked.connect(self._meet)
        self.listen = DeskButton(self.tr("Listen"), "link")
        self.listen.clicked.connect(self._press_listen)
        self._listening = False
        words, keys = (self.state, self.held, self.said), (self.address, self.meet)
        whole(road_card("laptop", self.tr("Neighbour"), words, keys, self.listen), self)
        self.show_neighbours(NeighbourState(""))

    def show_neighbours(self, state: NeighbourState) -> None:
        """How the road stands."""
        self._listening = state.listening
        self.state.setText(state.state)
        self.held.setText(state.held)
        self._show_held()
        self.meet.setEnabled(state.ready and not state.busy)
        self.address.setEnabled(state.ready and not state.busy)
        self.listen.setEnabled(state.ready)
        self.listen.setText(self.tr("Stop listening") if state.listening else self.tr("Listen"))
        self.listen.setAccessibleName(self.listen.text())

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of a meeting."""
        tell(self.said, words, tone)
        self._show_held()

    def _show_held(self) -> None:
        """What is held for others; what came of a meeting tells it, too."""
        self.held.setVisible(bool(self.held.text()) and not self.said.text())

    def _meet(self) -> None:
        if self.meet.isEnabled():
            self.meet_requested.emit(self.address.text().strip())

    def _press_listen(self) -> None:
        (self.stop_requested if self._listening else self.listen_requested).emit()
