"""One thing that was looked at: its light, its name, what is so, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from fieldapp.ui.doctor.state import DoctorItem
from fieldapp.ui.widgets import IconLabel, label, set_tone


class DoctorCard(QFrame):
    """Says one thing after another: a long look tells how far it is many times a second."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._item: DoctorItem | None = None
        self._icon = IconLabel("clock", "muted", 32)
        self._name, self._happened = label(size="heading"), label(wrap=True)
        self._next_step = label(size="strong", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._name, self._happened, self._next_step):
            words.addWidget(part)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(14)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_item(self, item: DoctorItem) -> None:
        """Say this one; without a next step nothing stands in its place."""
        if item == self._item:
            return
        self._item = item
        self.setAccessibleName(f"{item.name}: {item.happened} {item.next_step}".strip())
        self._icon.set_icon(item.icon, item.tone)
        self._name.setText(item.name)
        self._happened.setText(item.happened)
        self._next_step.setText(item.next_step)
        self._next_step.setVisible(bool(item.next_step))
        set_tone(self._next_step, item.tone)
