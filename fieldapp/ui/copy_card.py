"""The second copy as a card of the sync room: where it is kept, how it stands, two keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fieldapp.ui.widgets import DeskButton, IconLabel, card, label, row, set_tone


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
        self.stop = DeskButton(self.tr("Stop"), "road")
        self.stop.setAccessibleName(self.tr("Keep no second copy any more"))
        self.choose.clicked.connect(self.choose_requested)
        self.stop.clicked.connect(self.stop_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame())
        self.show_copy(CopyCardState("", ""))

    def _frame(self) -> QFrame:
        frame = card(margins=(18, 12, 18, 12))
        layout = frame.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setSpacing(4)
            title = label(self.tr("Second copy"), size="subtitle")
            layout.addLayout(row(IconLabel("sd-card"), title, 1))
            for part in (self.where, self.how):
                layout.addWidget(part)
            layout.addStretch(1)
            buttons = row(self.choose, self.stop)
            buttons.setStretch(0, 1)
            layout.addLayout(buttons)
        return frame

    def show_copy(self, state: CopyCardState) -> None:
        """How the copy stands."""
        self.where.setText(state.where)
        self.how.setText(state.how)
        set_tone(self.how, state.tone)
        self.choose.setText(self.tr("Change card") if state.kept else self.tr("Choose card"))
        self.choose.setAccessibleName(self.choose.text())
        self.stop.setVisible(state.kept)
