"""A square code on the screen, black on white in every theme, for a scanner to read."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fieldapp.ui.print.codes import draw_code


class CodePicture(QWidget):
    """Shows one text as a QR code."""

    def __init__(self, text: str, words: str, side: int) -> None:
        super().__init__()
        self._text = text
        self.setFixedSize(side, side)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_code(painter, QRectF(self.rect()), self._text)
        painter.end()
