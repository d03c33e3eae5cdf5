"""Draws the pictures of the guides from the real screens and pages, in each guide's language.

`python -m tools.guides`: resources/guides/LANGUAGE/pictures/GUIDE/NAME.png, made anew each time and
kept out of the repository, so that no picture is older than its screen.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from fieldapp.reports.guide import SUPERVISOR, VACCINATOR, chapters
from fieldapp.resource_files import resource_path
from fieldapp.ui import language, theme
from tools.guide_pages import photograph_pages
from tools.screenshots import let_go, shown

_SIZE, _WIDTH = (1280, 720), 960


def named(spoken: str, guide: str) -> list[str]:
    """The pictures that a guide asks for."""
    return [name for chapter in chapters(spoken, guide) for name in chapter.pictures]


def draw_screens(app: QApplication, spoken: str, into: Path) -> int:
    """The laptop's screens that the vaccinator's guide names; how many."""
    language.install(app, spoken)
    theme.apply_theme(app, theme.NORMAL)
    names = named(spoken, VACCINATOR)
    for name in names:
        window = shown(name, _SIZE)
        save_smaller(window.grab().toImage(), into / f"{name}.png")
        let_go(window)
    return len(names)


def draw_pages(spoken: str, into: Path) -> int:
    """The hub's pages that the supervisor's guide names; none where there is no browser."""
    pictures = photograph_pages(named(spoken, SUPERVISOR), spoken)
    for name, png in pictures.items():
        save_smaller(QImage.fromData(png), into / f"{name}.png")
    return len(pictures)


def save_smaller(image: QImage, file: Path) -> None:
    """As wide as a guide shows it."""
    image.setDevicePixelRatio(1)
    image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation).save(str(file))


def main() -> int:
    """Both guides in both languages."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    for spoken in language.LANGUAGES:
        pictures = resource_path("guides", spoken) / "pictures"
        shutil.rmtree(pictures, ignore_errors=True)
        for guide in (VACCINATOR, SUPERVISOR):
            (pictures / guide).mkdir(parents=True)
        screens = draw_screens(app, spoken, pictures / VACCINATOR)
        pages = draw_pages(spoken, pictures / SUPERVISOR)
        print(f"{spoken}: {screens} screens, {pages} pages", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
