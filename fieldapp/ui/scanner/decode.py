"""Reads codes in pictures, as a scanner would type them. Works in any thread."""

from __future__ import annotations

from pathlib import Path

import zxingcpp
from PySide6.QtGui import QImage, QImageReader
from zxingcpp import BarcodeFormat, BarcodeFormats

from fieldapp.domain.errors import FieldAppError

# What is on vials, packs, cards and telephones. Formats without a check of their own, which
# read stripes of anything as digits, are left out.
_FORMATS = BarcodeFormats(
    (
        BarcodeFormat.QRCode,
        BarcodeFormat.DataMatrix,
        BarcodeFormat.Aztec,
        BarcodeFormat.Code128,
        BarcodeFormat.EAN13,
        BarcodeFormat.DataBar,
        BarcodeFormat.DataBarExp,
    )
)


class PhotoUnreadable(FieldAppError):
    """The file is no picture, or not there."""

    happened = "{file} cannot be read as a picture."
    safe = "Nothing was changed."
    next_step = "Pick a photo (JPEG or PNG), or scan at the desk."


def codes_in(image: QImage) -> list[str]:
    """The text of every different code in the picture; GS1 codes with their identifier."""
    found = zxingcpp.read_barcodes(image, formats=_FORMATS, text_mode=zxingcpp.TextMode.Plain)
    return list(dict.fromkeys(_as_typed(code) for code in found if code.text))


def codes_in_file(path: Path) -> list[str]:
    """The same of a photo, the way up that its camera noted. Raises PhotoUnreadable."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise PhotoUnreadable(file=path.name)
    return codes_in(image.convertToFormat(QImage.Format.Format_RGB32))


def _as_typed(code: zxingcpp.Barcode) -> str:
    """With the symbology identifier where it says that this is GS1."""
    is_gs1 = code.content_type == zxingcpp.ContentType.GS1
    return f"{code.symbology_identifier}{code.text}" if is_gs1 else str(code.text)
