"""Hands for the demo: types, scans, presses keys in the real windows, and waits to see the answer.

Scans end with Enter and come as fast as a scanner's; nothing here reaches behind the screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.desk.record_guard import QUIET_MS

_PATIENCE_S = 30.0
_CTRL = Qt.KeyboardModifier.ControlModifier


class NothingHappened(FieldAppError):
    """The windows did not show what a person would wait for."""

    happened = "The demo waited in vain for: {what}."
    safe = "Nothing outside the demo's own folder was touched."
    next_step = "Look at the last screenshot, and report it."


class Hands:
    """One pair of hands at one window; counts scans and keys as a person would."""

    def __init__(self, app: QApplication, window: Callable[[], QWidget], pictures: Path) -> None:
        self._app, self._window, self._pictures = app, window, pictures
        self.scans = self.keys = 0
        self.shots: list[Path] = []

    def wait_for(self, what: str, seen: Callable[[], bool]) -> None:
        """Look until it is there. Raises NothingHappened after half a minute."""
        end = time.monotonic() + _PATIENCE_S
        while not seen():
            if time.monotonic() > end:
                self.picture("waited-in-vain")
                raise NothingHappened(what=what)
            self._app.processEvents()
            time.sleep(0.005)

    def look(self, ms: int) -> None:
        """Let the screen be for a moment."""
        end = time.monotonic() + ms / 1000
        while time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.005)

    def scan(self, text: str) -> None:
        """A scanner: every line of the code, each ended by Enter."""
        self.scans += 1
        for line in text.split("\n"):
            QTest.keyClicks(self._focus(), line)
            QTest.keyClick(self._focus(), Qt.Key.Key_Return)

    def write(self, line: QLineEdit, text: str) -> None:
        """Type into a field; Chinese as an input method hands it over."""
        line.setFocus()
        line.insert(text)
        self.keys += len(text)

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """One key."""
        self.keys += 1
        QTest.keyClick(self._focus(), key, _CTRL if ctrl else Qt.KeyboardModifier.NoModifier)
        self._app.processEvents()

    def press_record(self) -> None:
        """F9, when the eyes have seen what is to be recorded."""
        self.look(QUIET_MS + 20)
        self.press(Qt.Key.Key_F9)

    def picture(self, name: str) -> None:
        """Keep what is on the screen."""
        self.look(120)
        path = self._pictures / f"{len(self.shots) + 1:02d}-{name}.png"
        self._window().grab().save(str(path))
        self.shots.append(path)

    def _focus(self) -> QWidget:
        return self._app.focusWidget() or self._window()
