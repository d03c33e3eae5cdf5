"""The second copy: a card or stick that stays in, chosen by one key."""

from __future__ import annotations

from PySide6.QtCore import Signal

from fieldapp.ui.copy_card import CopyCardState
from fieldapp.ui.set_up.step_page import StepPage
from fieldapp.ui.widgets import DeskButton, label, row, set_tone


class CopyPage(StepPage):
    """Asks to choose a medium; knows no drive."""

    choose_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        lead = self.tr(
            "A card or stick that stays in this laptop keeps every dose, sealed, right after it is "
            "recorded. If the laptop falls into the lake, nothing is lost. Put one in now; an old "
            "one will do, and what is on it stays."
        )
        self.where, self.how = label(size="strong", wrap=True), label(wrap=True)
        self.change = DeskButton(self.tr("Change card"), "action", icon="sd-card")
        self.change.clicked.connect(self.choose_requested)
        self.asked.connect(self.choose_requested)
        for part in (self.where, self.how):
            self.inside.addWidget(part)
        self.inside.addLayout(row(self.change, 1))
        self.show_copy(CopyCardState("", ""))
        self.describe(self.tr("Second copy"), lead, self.tr("Choose card"))

    def show_copy(self, state: CopyCardState) -> None:
        """How the copy stands."""
        self.where.setText(state.where)
        self.how.setText(state.how)
        set_tone(self.how, state.tone)
        self.change.setVisible(state.kept)
        self.show_done(state.kept)
