"""A card of which nothing was taken: why, what to do, and what it claims."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.announce import announce
from fieldapp.ui.desk.state import CardState
from fieldapp.ui.widgets import DeskButton, IconLabel, card, clear, label, row, set_tone


class CardPage(QWidget):
    """Says it; the next scan or Esc leaves it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.icon = IconLabel("octagon-x", "stop", 60)
        self.title, self.reason = label(size="verdict"), label(size="lead", wrap=True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.heading = label(self.tr("What it says, not proven:"), tone="muted")
        self._claims = QVBoxLayout()
        self._claims.setSpacing(4)
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.back.setMinimumWidth(210)
        self.back.clicked.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame())

    def _frame(self) -> QWidget:
        frame = card(margins=(48, 20, 48, 20))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addStretch(1)
            for part in (self.icon, self.title, self.reason, self.heading):
                narrow = part is not self.reason  # wrapped lines take the whole width
                centre = Qt.AlignmentFlag.AlignHCenter
                inside.addWidget(part, 0, centre if narrow else Qt.AlignmentFlag(0))
                inside.addSpacing(6)
            inside.addLayout(self._claims)
            inside.addSpacing(10)
            inside.addLayout(row(1, self.back, 1))
            inside.addStretch(1)
        return frame

    def show_card(self, state: CardState) -> None:
        """Show it and say it aloud."""
        verdict = state.verdict
        self.icon.set_icon(verdict.icon, verdict.tone)
        self.title.setText(verdict.title)
        set_tone(self.title, verdict.tone)
        self.reason.setText(verdict.reason)
        self.heading.setVisible(bool(state.claims))
        clear(self._claims)
        for claim in state.claims:
            self._claims.addWidget(label(claim), 0, Qt.AlignmentFlag.AlignHCenter)
        announce(self.title, f"{verdict.title}. {verdict.reason}")
