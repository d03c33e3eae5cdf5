"""What every step of the set-up looks like: what it is for, what is asked, and three keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.announce import announce
from fieldapp.ui.body import Body
from fieldapp.ui.widgets import DeskButton, card, label, set_tone
from fieldapp.ui.wrapping import key_row


class StepPage(QWidget):
    """F9 does what the step is for, and once that is done goes on; F6 goes on without.

    `inside` is what a step puts between its lead and its keys.
    """

    asked = Signal()
    passed = Signal()  # done, or for later: to the next step
    needless = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._deed, self.done = "", False
        self.title, self.lead = label(size="title"), label(tone="muted", wrap=True)
        self.message = label(size="strong", wrap=True)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(12)
        self.leave = DeskButton(self.tr("To the desk"), "action", "Esc")
        self.later = DeskButton(self.tr("Later"), "action", "F6")
        self.never = DeskButton(self.tr("Not needed here"), "action", "F7")
        self.go = DeskButton("", "primary", "F9")
        self.leave.clicked.connect(self.left)
        self.later.clicked.connect(self.passed)
        self.never.clicked.connect(self.needless)
        self.go.clicked.connect(self._go)
        self.never.hide()
        self.message.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        frame = card(margins=(28, 20, 28, 20))
        body = QVBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.lead)
        body.addSpacing(4)
        body.addLayout(self.inside)
        body.addStretch(1)
        layout = frame.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self.title)
            layout.addWidget(Body(body), 1)
            layout.addWidget(self.message)  # outside of what scrolls: never out of sight
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(frame, 1)
        whole.addLayout(key_row(self.leave, self.never, self.later, widest=self.go))

    def describe(self, title: str, lead: str, deed: str = "") -> None:
        """What the step is called, what it is for, and what F9 does."""
        self.title.setText(title)
        self.lead.setText(lead)
        self._deed = deed
        self.show_done(False)

    def arrive(self) -> None:
        """Somebody came to this step."""
        self.go.setFocus()

    def show_done(self, done: bool) -> None:
        """Once the step is done, F9 goes on."""
        self.done = done
        self.go.setText(self.tr("Next") if done else self._deed)
        self.later.setVisible(not done)

    def show_busy(self, busy: bool) -> None:
        """While it is being done nothing can be pressed twice."""
        for key in (self.go, self.later, self.never, self.leave):
            key.setEnabled(not busy)

    def say(self, words: str, tone: str = "") -> None:
        """What came of it, or what is missing."""
        self.message.setText(words)
        set_tone(self.message, tone)
        self.message.setVisible(bool(words))
        if words:
            announce(self.message, words)

    def _go(self) -> None:
        (self.passed if self.done else self.asked).emit()
