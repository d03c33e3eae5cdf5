"""A line that is on a page only while it has something to say."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel

from fieldapp.ui.widgets import set_tone


def tell(line: QLabel | QAbstractButton, words: str, tone: str | None = None) -> None:
    """Show these words; the line goes when there are none."""
    line.setText(words)
    line.setVisible(bool(words))
    if tone is not None:
        set_tone(line, tone)
