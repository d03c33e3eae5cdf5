"""What came of a scan that is only looked at: what was read, line by line, and what to set."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from fieldapp.ui.announce import announce
from fieldapp.ui.scanner.present import CheckState
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import clear, label


def show_check(lines: QGridLayout, advice: QLabel, state: CheckState) -> None:
    """Fill both; whoever listens hears the advice."""
    clear(lines)
    for number, (word, value) in enumerate(state.lines):
        lines.addWidget(label(word, tone="muted"), number, 0, Qt.AlignmentFlag.AlignTop)
        lines.addWidget(label(value, wrap=True), number, 1)
    tell(advice, "\n".join(state.advice), state.tone)
    if state.advice:
        announce(advice, advice.text())
