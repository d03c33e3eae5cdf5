"""The last step: what is left for later, where it stands until then, and practice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from fieldapp.ui.set_up.step_page import StepPage
from fieldapp.ui.widgets import DeskButton, label, row, set_tone


class ReadyPage(StepPage):
    """F9 goes to the desk; what is left stays on the doctor's page."""

    practice_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        lead = self.tr(
            "Open an operation in Session (Ctrl 5), scan somebody, scan the vial. The guide is on "
            "Ctrl F1, every key on F1."
        )
        self.left_words = label(size="lead", wrap=True)
        self.practice = DeskButton(self.tr("Try it with made-up people"), "action", icon="play")
        self.practice.clicked.connect(self.practice_requested)
        self.inside.addWidget(self.left_words)
        words = self.tr(
            "Practise with your team before the first day. This laptop is locked meanwhile; "
            "nothing of the practice can get into it."
        )
        self.inside.addSpacing(8)
        self.inside.addWidget(label(words, wrap=True))
        self.inside.addLayout(row(self.practice, 1))
        self.leave.hide()
        self.later.hide()
        self.describe(self.tr("Ready"), lead, self.tr("Begin work"))

    def show_left(self, names: Sequence[str]) -> None:
        """What is still to be done, by name."""
        if names:
            listed = self.tr(", ").join(names)
            words = self.tr(
                "Left for later: {steps}. How this laptop is (F10) shows it until it is done; "
                "Ctrl 0 opens this page again."
            ).format(steps=listed)
        else:
            words = self.tr("Everything is set up.")
        self.left_words.setText(words)
        set_tone(self.left_words, "wait" if names else "ok")

    def show_done(self, done: bool) -> None:
        """Nothing of this step is left for later."""
        super().show_done(False)
        self.later.hide()
