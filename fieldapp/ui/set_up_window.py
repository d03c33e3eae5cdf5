"""The window of the first start: its page is made again in other words or sizes, as it is liked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from fieldapp.ui.appearance import Appearance
from fieldapp.ui.set_up_flow import SetUpFlow
from fieldapp.ui.set_up_screen import SetUpForm, SetUpScreen


class SetUpWindow(QObject):
    """Closes when the laptop is set up, or when the demo is wanted instead."""

    demo_requested = Signal()

    def __init__(self, appearance: Appearance, set_up: Callable[[SetUpForm], None]) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        self.screen = self._page()
        self._flow = SetUpFlow(self.screen, set_up, self)
        self._flow.done.connect(lambda: self.screen.close())
        appearance.rewritten.connect(self._again)

    def show(self) -> None:
        """Over the whole display."""
        self.screen.showMaximized()

    def wait(self) -> None:
        """Until nothing is being set up any more."""
        self._appearance.rewritten.disconnect(self._again)
        self._flow.lane.wait()

    def _page(self) -> SetUpScreen:
        page, look = SetUpScreen(), self._appearance
        page.setWindowTitle("fieldapp")
        page.setMinimumSize(1280, 720)
        page.demo_requested.connect(self.demo_requested)
        page.demo_requested.connect(page.close)
        page.looks.theme_requested.connect(look.next_theme)
        page.looks.language_requested.connect(look.next_language)
        page.looks.text_requested.connect(lambda: look.resize_text(0))
        keys = {
            "F8": look.next_theme,
            "F11": look.next_language,
            "Ctrl++": lambda: look.resize_text(1),
            "Ctrl+=": lambda: look.resize_text(1),
            "Ctrl+-": lambda: look.resize_text(-1),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), page).activated.connect(act)
        return page

    def _again(self) -> None:
        old, self.screen = self.screen, self._page()
        self._flow.move_to(self.screen)
        self.screen.setGeometry(old.geometry())
        self.screen.setVisible(old.isVisible())
        old.deleteLater()
