"""Icons: Lucide's SVG files, drawn in a colour of the theme at any size, each of them once."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from fieldapp.resource_files import resource_path


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels."""
    scale = QGuiApplication.primaryScreen().devicePixelRatio()
    key, picture = f"icon {name} {colour} {size} {scale}", QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _drawn(name, colour, size, scale)
        QPixmapCache.insert(key, picture)
    return picture


def _drawn(name: str, colour: str, size: int, scale: float) -> QPixmap:
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    svg = _svg(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def icon(name: str, colour: str, checked_colour: str | None = None, size: int = 24) -> QIcon:
    """The icon for a button; `checked_colour` is used while the button is chosen."""
    made = QIcon(pixmap(name, colour, size))
    if checked_colour is not None:
        chosen = pixmap(name, checked_colour, size)
        made.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
    return made


@cache
def _svg(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
