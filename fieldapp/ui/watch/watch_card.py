"""One person who is watched: who, since when, how long still, and the two things to say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from fieldapp.ui.told import tell
from fieldapp.ui.watch.ring import Ring
from fieldapp.ui.watch.state import CardState
from fieldapp.ui.widgets import DeskButton, label, one_line, set_tone
from fieldapp.ui.wrapping import Wrapping

HEIGHT, LOW_HEIGHT = 290, 228


class WatchCard(QFrame):
    """Asks by signals, with the ids of the doses; its first button has the focus of the card."""

    leave_requested = Signal(object)
    reaction_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.state: CardState | None = None
        self.name, self.given = one_line(size="person"), one_line(tone="muted")
        self.ring, self.left = Ring(), label(size="title", wrap=True)
        self.note = label(size="small", wrap=True)
        self.leave, self.reaction = DeskButton("", "early"), DeskButton("", "early")
        self.leave.clicked.connect(lambda: self.leave_requested.emit(self.state))
        self.reaction.clicked.connect(lambda: self.reaction_requested.emit(self.state))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self.left)
        words.addWidget(self.note)
        words.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.ring)
        middle.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        self._layout = layout
        layout.addWidget(self.name)
        layout.addWidget(self.given)
        layout.addLayout(middle, 1)
        layout.addLayout(_keys(self.leave, self.reaction))

    def set_low(self, low: bool) -> None:
        """Take less room, so that more people are in sight."""
        self.setMinimumHeight(LOW_HEIGHT if low else HEIGHT)
        edge = 10 if low else 16
        self._layout.setContentsMargins(18, edge, 18, edge)
        self._layout.setSpacing(4 if low else 8)
        self.ring.set_small(low)

    def show_card(self, state: CardState) -> None:
        """Fill the card; nothing moves when only a minute has passed."""
        self.state = state
        self.name.setText(state.name)
        self.given.setText(state.given)
        tone = "stop" if state.grave else "ok" if state.may_leave else "wait"
        self.ring.show_part(state.part, tone)
        self.left.setText(state.left)
        set_tone(self.left, tone)
        tell(self.note, state.note, state.note_tone)
        self._show_actions(state)
        spoken = (state.name, state.given, state.left, state.note)
        self.setAccessibleName(". ".join(part for part in spoken if part))

    def _show_actions(self, state: CardState) -> None:
        leave = self.tr("Leaves well") if state.may_leave else self.tr("Leaves early…")
        reaction = self.tr("Reaction…") if state.reaction is None else self.tr("Add to report…")
        if state.begun:
            reaction = self.tr("Go on writing…")
        for button, words in ((self.leave, leave), (self.reaction, reaction)):
            button.setText(words)
            button.setAccessibleName(f"{state.name}: {words}")
            button.setAccessibleDescription(state.left)
        role = "leave" if state.is_ready else "early"
        if self.leave.property("role") != role:
            self.leave.setProperty("role", role)
            self.leave.style().unpolish(self.leave)
            self.leave.style().polish(self.leave)


def _keys(leave: DeskButton, reaction: DeskButton) -> Wrapping:
    """Side by side, or one below the other where their words need it."""
    for key in (leave, reaction):
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return Wrapping(leave, reaction, below=8)
