"""The key map, on F1."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fieldapp.ui.widgets import card, key_cap, label, row

_LINES = 11


class HelpPage(QWidget):
    """What every key does; F1 again goes back to the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        frame = card(margins=(28, 20, 28, 20))
        inside = frame.layout()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for number, (key, words) in enumerate(self._keys()):
            line, column = number % _LINES, number // _LINES * 2
            grid.addLayout(row(key_cap(key), 1), line, column)
            grid.addWidget(label(words), line, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(label(self.tr("Keys"), size="title"))
            words = self.tr("Scan or type at any time: Enter only ends a scan, it never records.")
            inside.addWidget(label(words, tone="muted"))
            inside.addSpacing(10)
            inside.addLayout(grid)
            inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(frame)

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F1", self.tr("This page, and back")),
            ("F2", self.tr("New person, or a person without papers")),
            ("F3", self.tr("Open a vial that cannot be scanned")),
            (
                "F4",
                self.tr(
                    "A dose given elsewhere; in the watch: reported reactions, the form’s other half"
                ),
            ),
            ("F5", self.tr("The same person again, for another vaccine")),
            ("F6", self.tr("Not given, with a reason; in the watch: a reaction")),
            ("F7", self.tr("Asked, all no")),
            ("F9", self.tr("Record the dose; save the form; leaves the watch")),
            ("Ctrl Enter", self.tr("The same as F9")),
            ("Ctrl O", self.tr("Override, with a reason")),
            ("Ctrl D", self.tr("A dose that was already given")),
            ("Ctrl Z", self.tr("Undo the last dose, with a reason; the last to leave")),
            ("Esc", self.tr("Clear the desk, or go back")),
            ("Ctrl L", self.tr("Left arm")),
            ("Ctrl R", self.tr("Right arm")),
            ("Alt 1–9", self.tr("Choose one of several people")),
            ("← → ↑ ↓", self.tr("In the watch: another person")),
            ("PgUp PgDown", self.tr("In the watch: further up or down")),
            ("Ctrl 1", self.tr("Desk")),
            ("Ctrl 2", self.tr("Watch")),
            ("Ctrl 6", self.tr("Sync")),
            ("Ctrl E", self.tr("Export the sync log, in the sync room")),
            ("F8", self.tr("Normal, sunlight, night")),
            ("F11", self.tr("English, 中文")),
            ("F12", self.tr("Lock the laptop")),
        )
