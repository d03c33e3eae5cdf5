"""*Before you close*: what is settled, what is open, and the way to settle it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.session.state import CheckItem
from fieldapp.ui.widgets import DeskButton, IconLabel, clear, label


class CheckList(QFrame):
    """One line a check, with the button that helps where something is open."""

    action_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.items: tuple[CheckItem, ...] = ()
        self.buttons: dict[str, DeskButton] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(18)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(16)
        layout.addWidget(label(self.tr("Before you close"), size="heading"))
        layout.addLayout(self._lines)
        layout.addStretch(1)

    def show_items(self, items: Sequence[CheckItem]) -> None:
        """Fill the list; the same lines keep their widgets and so the focus."""
        if tuple(items) == self.items:
            return
        self.items = tuple(items)
        clear(self._lines)
        self.buttons = {}
        for item in items:
            self._lines.addWidget(self._line(item))
        self.setAccessibleName(". ".join(item.words for item in items))

    def _line(self, item: CheckItem) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(IconLabel(item.icon, item.tone))
        layout.addWidget(label(item.words, wrap=True), 1)
        for action, words in item.actions:
            button = DeskButton(words, "link")
            button.clicked.connect(lambda _=False, what=action: self._ask(what))
            self.buttons[action] = button
            layout.addWidget(button)
        return line

    def _ask(self, action: str) -> None:
        self.action_requested.emit(action)
