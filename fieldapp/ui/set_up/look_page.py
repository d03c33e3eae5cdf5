"""The first step: the language, how bright, how large; and whether it is only to be tried out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fieldapp.ui.look_keys import LookKeys
from fieldapp.ui.set_up.step_page import StepPage
from fieldapp.ui.widgets import DeskButton, card, label, row


class LookPage(StepPage):
    """Asks for another look, and for practice."""

    practice_requested = Signal()

    def __init__(self, *, first: bool) -> None:
        super().__init__()
        title = self.tr("Welcome") if first else self.tr("Language and look")
        lead = self.tr(
            "Choose how the screen is read best. The same keys work everywhere, at any time."
        )
        self.looks = LookKeys()
        self.practice = DeskButton(self.tr("Try it with made-up people"), "action", icon="play")
        self.practice.clicked.connect(self.practice_requested)
        self.inside.addWidget(self.looks)
        if first:
            words = self.tr(
                "There are no records on this machine yet. If there were some, stop: their disk is "
                "missing. Nothing recorded is ever replaced."
            )
            self.inside.addWidget(label(words, wrap=True))
        self.inside.addSpacing(8)
        self.inside.addWidget(self._practice_card())
        self.leave.setVisible(not first)
        self.describe(title, lead)

    def show_done(self, _done: bool) -> None:
        """There is nothing to do here but to go on."""
        super().show_done(True)

    def _practice_card(self) -> QFrame:
        frame = card(margins=(20, 14, 20, 16))
        layout = frame.layout()
        words = self.tr(
            "Practice has its own people, vials, keys and hub, says so over every screen, and is "
            "gone when you close it. Nothing of it gets into a real laptop or hub, and nothing "
            "real into it."
        )
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(label(self.tr("Practise first?"), size="subtitle"))
            layout.addWidget(label(words, tone="muted", wrap=True))
            layout.addLayout(row(self.practice, 1))
        return frame
