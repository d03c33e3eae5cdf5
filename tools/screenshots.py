"""Pictures of every screen in every language and theme.

`python -m tools.screenshots FOLDER [NAME...]`. Made-up people, no journal, no hub; drawn offscreen.
Each is looked at as well (`tools.look`): words cut short or parts over one another are said.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from fieldapp.ui import language, theme
from fieldapp.ui.main_window import MainWindow
from tools.look import faint, faults
from tools.made_up_screens import SCREENS

SIZES = ((1366, 768), (1280, 720))
_ROUNDS_TO_SETTLE = 4


def shown(name: str, size: tuple[int, int]) -> MainWindow:
    """One screen as the app stands (language, theme), laid out and ready to be looked at."""
    window = MainWindow(lambda: 0)
    SCREENS[name](window)
    window.resize(*size)
    window.show()
    settle()
    return window


def settle() -> None:
    """Let layouts that follow from layouts come to an end."""
    for _ in range(_ROUNDS_TO_SETTLE):
        QApplication.processEvents()


def let_go(window: MainWindow) -> None:
    """Close a window and free it now, not at some later moment."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def draw(name: str, size: tuple[int, int], file: Path) -> list[str]:
    """Draw one screen and save its picture; what is wrong with its look."""
    window = shown(name, size)
    window.grab().save(str(file))
    found = [*faults(window), *faint(window)]
    let_go(window)
    return [f"{file.name}: {what}" for what in found]


def main(arguments: list[str]) -> int:
    """Exit codes: 0 done, 1 something looks wrong, 2 wrong usage."""
    usage = f"usage: python -m tools.screenshots FOLDER [{' '.join(SCREENS)}]"
    if arguments[:1] in (["-h"], ["--help"]):
        print(usage)
        return 0
    if not arguments or arguments[0].startswith("-") or set(arguments[1:]) - SCREENS.keys():
        print(usage, file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app, folder = QApplication([]), Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    for spoken, worn in product(language.LANGUAGES, theme.THEMES):
        language.install(app, spoken)
        theme.apply_theme(app, worn)
        for name in arguments[1:] or SCREENS:
            for size in SIZES:
                file = folder / f"{name}-{spoken}-{worn.name}-{size[0]}.png"
                wrong += draw(name, size, file)
    print("\n".join([*wrong, f"{len(list(folder.glob('*.png')))} pictures in {folder}"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
