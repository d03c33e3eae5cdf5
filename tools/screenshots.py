"""Pictures of every screen in every language and theme.

`python -m tools.screenshots FOLDER [NAME...]`. Made-up people, no journal, no hub; drawn offscreen.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fieldapp.ui import language, theme
from fieldapp.ui.main_window import MainWindow
from tools.made_up_screens import SCREENS

SIZES = ((1366, 768), (1280, 720))


def draw(app: QApplication, name: str, size: tuple[int, int], file: Path) -> None:
    """Draw one screen as the app stands (language, theme) and save its picture."""
    window = MainWindow(lambda: 0)
    window.resize(*size)
    SCREENS[name](window)
    window.show()
    app.processEvents()
    window.grab().save(str(file))
    window.close()
    window.deleteLater()


def main(arguments: list[str]) -> int:
    """Exit codes: 0 done, 2 wrong usage."""
    if not arguments or set(arguments[1:]) - SCREENS.keys():
        print(f"usage: python -m tools.screenshots FOLDER [{' '.join(SCREENS)}]", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app, folder = QApplication([]), Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for spoken, worn in product(language.LANGUAGES, theme.THEMES):
        language.install(app, spoken)
        theme.apply_theme(app, worn)
        for name in arguments[1:] or SCREENS:
            for size in SIZES if worn is theme.NORMAL else SIZES[:1]:
                file = folder / f"{name}-{spoken}-{worn.name}-{size[0]}.png"
                draw(app, name, size, file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
