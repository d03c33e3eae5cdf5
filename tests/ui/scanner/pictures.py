"""Pictures of codes, made by zxing-cpp as printed on packs, and photos of them."""

from __future__ import annotations

from typing import Any

import zxingcpp
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

VIAL = "(01)09501101530102(17)230630(10)LOT(21)S1"
VIAL_AS_TYPED = "]d2" + "010950110153010217230630" + "10LOT\x1d21S1"


def code(text: str, format: zxingcpp.BarcodeFormat, *, gs1: bool = False, scale: int = 4) -> QImage:
    """A code with its quiet zone."""
    made: Any = zxingcpp.create_barcode(text, format, gs1=gs1).to_image(scale=scale)
    pixels = memoryview(made)
    height, width = made.shape
    grey = QImage.Format.Format_Grayscale8
    return QImage(bytes(pixels), width, height, width, grey).copy()


def vial(scale: int = 6) -> QImage:
    """A GS1 DataMatrix as on a vial."""
    return code(VIAL, zxingcpp.BarcodeFormat.DataMatrix, gs1=True, scale=scale)


def photo(*codes: QImage, turn: float = 7) -> QImage:
    """The codes lying on a grey table, a little askew."""
    image = QImage(900, 700, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, one in enumerate(codes):
        smooth = Qt.TransformationMode.SmoothTransformation
        askew = one.convertToFormat(QImage.Format.Format_ARGB32).transformed(
            QTransform().rotate(turn), smooth
        )
        painter.drawImage(QPoint(60 + number * 420, 120), askew)
    painter.end()
    return image
