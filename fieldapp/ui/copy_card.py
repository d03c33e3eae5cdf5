"""The second copy as a card of the sync room: where it is kept, how it stands, two keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldapp.ui.road_card import road_card, whole
from fieldapp.ui.widgets import DeskButton, label, set_tone


@dataclass(frozen=True, slots=True)
class CopyCardState:
    """Where and how far, in words; `kept`: a card or stick was chosen."""

    where: str
    how: str
    tone: str = ""
    kept: bool = False


class CopyCard(QWidget):
    """Asks to choose a medium and to stop; knows no drive and no file."""

    choose_requested = Signal()
    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.where, self.how = label(tone="muted", wrap=True), label(wrap=True)
        self.choose = DeskButton(self.tr("Choose card"), "road")
        self.stop = DeskButton(self.tr("Stop"), "link")
        self.stop.setAccessibleName(self.tr("Keep no second copy any more"))
        self.choose.clicked.connect(self.choose_requested)
        self.stop.clicked.connect(self.stop_requested)
        words = (self.where, self.how)
        whole(road_card("sd-card", self.tr("Second copy"), words, (self.choose,), self.stop), self)
        self.show_copy(CopyCardState("", ""))

    def show_copy(self, state: CopyCardState) -> None:
        """How the copy stands."""
        self.where.setText(state.where)
        self.how.setText(state.how)
        set_tone(self.how, state.tone)
        self.choose.setText(self.tr("Change card") if state.kept else self.tr("Choose card"))
        self.choose.setAccessibleName(self.choose.text())
        self.stop.setVisible(state.kept)
