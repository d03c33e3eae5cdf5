"""Draws the pictures of the guides from the real screens, in each guide's language.

`python -m tools.guides`: resources/guides/LANGUAGE/pictures/NAME.png, made anew each time and kept
out of the repository, so that no picture is older than its screen.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.resource_files import resource_path
from fieldapp.ui import language, theme
from fieldapp.ui.guide.chapters import chapters
from tools.screenshots import let_go, shown

_SIZE, _WIDTH = (1280, 720), 960


def draw_all(app: QApplication, spoken: str, into: Path) -> int:
    """Every picture that the guide of this language names; how many."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    language.install(app, spoken)
    theme.apply_theme(app, theme.NORMAL)
    names = [name for chapter in chapters(spoken) for name in chapter.pictures]
    for name in names:
        window = shown(name, _SIZE)
        picture = window.grab().toImage()
        picture.setDevicePixelRatio(1)
        smaller = picture.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
        smaller.save(str(into / f"{name}.png"))
        let_go(window)
    return len(names)


def main() -> int:
    """Both languages."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    for spoken in language.LANGUAGES:
        into = resource_path("guides", spoken) / "pictures"
        print(f"{spoken}: {draw_all(app, spoken, into)} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
