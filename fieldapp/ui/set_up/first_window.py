"""The window of the first start: its page is made again in other words or sizes, as it is liked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from fieldapp.ui.appearance import Appearance
from fieldapp.ui.set_up.first_flow import FirstFlow
from fieldapp.ui.set_up.first_page import FirstPage
from fieldapp.ui.set_up.laptop_page import SetUpForm


class FirstWindow(QObject):
    """Closes when the laptop is made, or when practice is wanted instead.

    `made`: what was typed by whoever made the laptop; None as long as nobody has.
    """

    practice_requested = Signal()

    def __init__(self, appearance: Appearance, set_up: Callable[[SetUpForm], None]) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        self.made: SetUpForm | None = None
        self.page = self._new_page()
        self._flow = FirstFlow(self.page, set_up, self)
        self._flow.done.connect(self._done)
        appearance.rewritten.connect(self._again)

    def show(self) -> None:
        """Over the whole display."""
        self.page.showMaximized()
        self.page.arrive()

    def wait(self) -> None:
        """Until nothing is being set up any more."""
        self._appearance.rewritten.disconnect(self._again)
        self._flow.lane.wait()

    def _done(self, form: SetUpForm) -> None:
        self.made = form
        self.page.close()

    def _new_page(self) -> FirstPage:
        page, look = FirstPage(), self._appearance
        page.setWindowTitle("fieldapp")
        page.setMinimumSize(1280, 720)
        page.look.practice_requested.connect(self.practice_requested)
        page.look.practice_requested.connect(page.close)
        looks = page.look.looks
        looks.theme_requested.connect(look.next_theme)
        looks.language_requested.connect(look.next_language)
        looks.text_requested.connect(lambda: look.resize_text(0))
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
        old, self.page = self.page, self._new_page()
        self._flow.move_to(self.page)
        self.page.setGeometry(old.geometry())
        self.page.setVisible(old.isVisible())
        self.page.arrive()
        old.deleteLater()
