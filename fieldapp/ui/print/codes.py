"""QR codes, painted square by square: sharp at every size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from fieldapp.reports.codes import QUIET_ZONE, bars_of


def draw_code(painter: QPainter, square: QRectF, text: str) -> None:
    """Paint the text as a QR code with its quiet zone into a square; nothing for no text."""
    if not text:
        return
    bars, side = bars_of(text)
    module = square.width() / (side + 2 * QUIET_ZONE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(square, Qt.GlobalColor.white)
    for bar in bars:
        left = square.left() + (bar.x + QUIET_ZONE) * module
        top = square.top() + (bar.y + QUIET_ZONE) * module
        painter.fillRect(QRectF(left, top, bar.modules * module, module), Qt.GlobalColor.black)
    painter.restore()
