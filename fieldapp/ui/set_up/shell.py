"""The set-up as one widget: the steps on the left, one of them on the right, and their keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.keys import bind
from fieldapp.ui.room_stack import RoomStack
from fieldapp.ui.set_up.step_list import StepList
from fieldapp.ui.set_up.step_page import StepPage
from fieldapp.ui.set_up.steps import StepLine
from fieldapp.ui.widgets import DeskButton

_KEYS = {"F9": "go", "Ctrl+Return": "go", "F6": "later", "F7": "never", "Esc": "leave"}


class SetUpShell(QWidget):
    """Asks to go to a step; shows the one it is told to."""

    step_chosen = Signal(str)

    def __init__(self, pages: Mapping[str, StepPage]) -> None:
        super().__init__()
        self.setObjectName("room")
        self.pages, self.steps, self.stack = dict(pages), StepList(), RoomStack()
        self.at = next(iter(self.pages))
        for page in self.pages.values():
            self.stack.addWidget(page)
        left = QVBoxLayout()
        left.addWidget(self.steps, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(14)
        layout.addLayout(left)
        layout.addWidget(self.stack, 1)
        self.steps.chosen.connect(self.step_chosen)
        for key, part in _KEYS.items():
            self._bind(key, part)

    def _bind(self, key: str, part: str) -> None:
        def press() -> None:
            button: DeskButton = getattr(self.page, part)
            if button.isVisible():
                button.click()

        bind(self, key, press)

    @property
    def page(self) -> StepPage:
        """The step that is open."""
        return self.pages[self.at]

    def arrive(self) -> None:
        """The open step takes the focus."""
        self.page.arrive()

    def show_step(self, at: str, lines: Sequence[StepLine]) -> None:
        """Open a step."""
        came = at != self.at
        self.at = at
        self.steps.show_steps(lines, at)
        self.stack.setCurrentWidget(self.page)
        if came and self.isVisible():
            self.page.arrive()
