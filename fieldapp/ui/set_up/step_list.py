"""The steps on the left: which are done, which are left, and where we are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.set_up.steps import StepLine
from fieldapp.ui.widgets import DeskButton, clear

_LEAST_WIDTH = 288


class StepList(QWidget):
    """Asks to go to a step; Tab and a click lead there, Ctrl Space presses."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, DeskButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_steps(self, lines: Sequence[StepLine], at: str) -> None:
        """The steps, and the one that is open now."""
        clear(self._layout)
        self.buttons = {line.name: self._button(line, line.name == at) for line in lines}
        for button in self.buttons.values():
            self._layout.addWidget(button)
        self._layout.addStretch(1)
        longest = max(button.sizeHint().width() for button in self.buttons.values())
        self.setFixedWidth(max(_LEAST_WIDTH, longest))

    def _button(self, line: StepLine, here: bool) -> DeskButton:
        button = DeskButton(line.words, "hit", icon=line.icon)
        button.setCheckable(True)
        button.setChecked(here)
        button.setEnabled(line.can_open)
        button.set_note(line.note)
        done = self.tr("done") if line.icon == "circle-check" else ""
        said = ", ".join(part for part in (line.words, line.note or done) if part)
        button.setAccessibleName(said)
        button.clicked.connect(lambda: self.chosen.emit(line.name))
        return button
