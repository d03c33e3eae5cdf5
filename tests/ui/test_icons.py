"""Icons are drawn in the theme's colour, sharp on every screen."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from fieldapp.ui import icons


def colours(picture: QPixmap) -> set[str]:
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    found = [image.pixelColor(*point) for point in points]
    return {colour.name() for colour in found if colour.alpha() == 255}


def test_an_icon_wears_the_colour_it_is_given() -> None:
    assert colours(icons.pixmap("check", "#0a655e", 48)) == {"#0a655e"}


def test_an_icon_is_drawn_once_for_all_who_wear_it_alike() -> None:
    worn = icons.pixmap("check", "#0a655e", 32)
    assert icons.pixmap("check", "#0a655e", 32).cacheKey() == worn.cacheKey()
    assert icons.pixmap("check", "#b3261e", 32).cacheKey() != worn.cacheKey()


def test_an_icon_is_as_large_as_asked_on_this_screen() -> None:
    picture = icons.pixmap("lock", "#000000", 24)
    assert round(picture.width() / picture.devicePixelRatio()) == 24
