"""An operation that was just closed: everything added up, and where its summary is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.session.state import ClosedState
from fieldapp.ui.widgets import DeskButton, IconLabel, card, clear, label, row


class ClosedPage(QWidget):
    """The end of the day, in words."""

    next_requested = Signal()
    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.words = label(size="verdict", tone="ok"), label(tone="muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.print = DeskButton(self.tr("The page to sign"), "action", "Ctrl P")
        self.print.clicked.connect(self.print_requested)
        self.next = DeskButton("", "action", "F2")
        self.next.clicked.connect(self.next_requested)
        frame = card()
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addStretch(1)
            for part in (IconLabel("circle-check", "ok", 84), self.title):
                inside.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
                inside.addSpacing(8)
            inside.addLayout(self._lines)
            inside.addSpacing(8)
            inside.addWidget(self.words)
            inside.addSpacing(16)
            inside.addLayout(row(1, self.print, self.next, 1))
            inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def show_closed(self, state: ClosedState) -> None:
        """Fill the page."""
        self.title.setText(state.title)
        self.say("")
        self.next.setText(state.next_words)
        clear(self._lines)
        for line in state.lines:
            self._lines.addWidget(label(line), 0, Qt.AlignmentFlag.AlignHCenter)

    def say(self, words: str) -> None:
        """Where the page to sign is."""
        self.words.setText(words)
