"""QR codes, painted square by square: sharp at every size."""

from __future__ import annotations

from typing import Any

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

QUIET_ZONE = 4  # modules of white around a code, which ISO/IEC 18004 asks for
MAX_BYTES = 2331  # the most that any QR code holds at level M
_HEALTH_CARD = "shc:/"


def draw_code(painter: QPainter, square: QRectF, text: str) -> None:
    """Paint the text as a QR code with its quiet zone into a square; nothing for no text."""
    if not text:
        return
    rows = _matrix(text)
    module = square.width() / (len(rows) + 2 * QUIET_ZONE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(square, Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for first, count in _runs(row):
            left = square.left() + (first + QUIET_ZONE) * module
            top = square.top() + (y + QUIET_ZONE) * module
            bar = QRectF(left, top, count * module, module)
            painter.fillRect(bar, Qt.GlobalColor.black)
    painter.restore()


def _matrix(text: str) -> tuple[bytearray, ...]:
    """The squares. The digits of a health card take the room of digits, at the level that SHC asks
    for: a third of what they would take as letters."""
    if not text.startswith(_HEALTH_CARD):
        fitting = _fitting(text)
        return segno.make_qr(fitting, encoding="utf-8", error="m", boost_error=False).matrix
    parts: Any = [_HEALTH_CARD, text.removeprefix(_HEALTH_CARD)]  # segno's types know one part only
    return segno.make_qr(parts, error="l", boost_error=False).matrix


def _runs(row: bytearray) -> list[tuple[int, int]]:
    """Where black begins in a row, and how many modules it goes on."""
    runs: list[tuple[int, int]] = []
    for x, black in enumerate(row):
        if not black:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs


def _fitting(text: str) -> str:
    """The text, or as much of its beginning as a code holds, with … at its end."""
    whole = text.encode()
    if len(whole) <= MAX_BYTES:
        return text
    return whole[: MAX_BYTES - len("…".encode())].decode(errors="ignore") + "…"
