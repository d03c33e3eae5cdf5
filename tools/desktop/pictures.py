"""The icon of each system, drawn from resources/program/fieldapp.svg when a package is built."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[2] / "resources" / "program" / "fieldapp.svg"
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
MACOS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def icon_for(system: str, folder: Path) -> Path | None:
    """Write the icon that a program of this `sys.platform` carries; on Linux it carries none."""
    folder.mkdir(parents=True, exist_ok=True)
    if system == "win32":
        return _written(folder / "fieldapp.ico", WINDOWS_SIZES)
    if system == "darwin":
        return _written(folder / "fieldapp.icns", MACOS_SIZES)
    return None


def _written(file: Path, sizes: tuple[int, ...]) -> Path:
    pictures = [picture(size) for size in sizes]
    largest, others = pictures[-1], pictures[:-1]
    if file.suffix == ".ico":
        largest.save(file, sizes=[(size, size) for size in sizes], append_images=others)
    else:
        largest.save(file, append_images=others)
    return file


def picture(size: int) -> Image.Image:
    """The drawing at one size, drawn at that size and not scaled."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the format is text, whatever the stub says
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


if __name__ == "__main__":
    icon_for(sys.argv[1], Path(sys.argv[2]))
