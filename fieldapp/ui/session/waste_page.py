"""*Wasted, because…*: how many doses, and a reason by its number; F9 records it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from fieldapp.ui.desk.side_pages import ReasonPage
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.form_fields import Field
from fieldapp.ui.session.state import WasteState
from fieldapp.ui.theme import scaled
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import label

_NUMBER_WIDTH = 160


class WastePage(ReasonPage):
    """A reason as everywhere, and how many doses it is about."""

    wasted = Signal(str, str, str)  # doses, reason, note

    def __init__(self) -> None:
        super().__init__()
        self.doses = Field(self.tr("Doses"))
        self.doses.setMaximumWidth(scaled(_NUMBER_WIDTH))
        self.fault = label(tone="stop", wrap=True)
        self.fault.hide()
        self.answer.insertWidget(0, self.doses)
        self.answer.setAlignment(self.text, Qt.AlignmentFlag.AlignBottom)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.fault)  # outside of what scrolls: never out of sight

    def show_waste(self, state: WasteState) -> None:
        """Ask; nothing is chosen at first."""
        confirm = self.tr("Record as wasted")
        self.show_reasons(ReasonState(state.title, state.reasons, confirm, free_text=True))
        self.doses.edit.setText(str(state.doses))
        self.show_fault("")

    def show_fault(self, words: str) -> None:
        """Why it was not recorded."""
        tell(self.fault, words)

    def submit(self) -> None:
        """Ask to record it, once a reason is there."""
        if self.confirm.isEnabled():
            self.wasted.emit(self.doses.text, *self._answer)
