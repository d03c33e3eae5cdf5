"""How wide the words of a field are, in the font and text size in force."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from fieldapp.ui.widgets import sized

_FIELD_TEXT, _PADDING = 18, 14
_CURSOR = 6


def line_width(words: str) -> int:
    """The width of a line of text to type in that shows these words in whole."""
    metrics = QFontMetrics(sized(QApplication.font(), _FIELD_TEXT))
    return metrics.horizontalAdvance(words) + 2 * _PADDING + _CURSOR
