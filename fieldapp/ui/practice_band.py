"""The band over every screen of a practice, the lock included: nobody takes it for the real one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from fieldapp.ui.theme import scaled
from fieldapp.ui.widgets import label
from fieldapp.ui.words import tr

_HEIGHT = 28


def practice_note(pin: str, person: str, vial: str) -> str:
    """What the lock of a practice says: all that a first dose takes."""
    words = tr(
        "Practice. PIN: {pin}. Somebody to scan: {person}. A vial to scan: {vial}. It ends when "
        "you close it."
    )
    return words.format(pin=pin, person=person, vial=vial)


def first_dose_by_keys() -> str:
    """What is typed for it, in two lines for a terminal."""
    return tr(
        "The first dose: the PIN, Enter; the number of somebody to scan, Enter; the code of a "
        "vial, Enter;\nF7 (asked, all no); F9 records it, and soon the hub has it."
    )


class PracticeBand(QFrame):
    """Hidden where the work is real."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("practice_band")
        self.setFixedHeight(scaled(_HEIGHT))
        self.words = label(self.tr("PRACTICE · made-up people · nothing of this is real or kept"))
        self.words.setProperty("kind", "band")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.addWidget(self.words)
        self.hide()
