"""The line that scanners type into: every way in which they send a separator or an end.

A line edit drops control characters, so the GS1 separator is kept as readable text, `<GS>`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from fieldapp.ui.desk.arrival import Arrival

SEPARATOR = "<GS>"
_GS, _LF, _CR, _TAB = "\x1d", "\n", "\r", "\t"
_UNDO = QKeySequence.StandardKey.Undo
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_KEYPAD, _SHIFT = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier
_HIGHEST_ALT_CODE = 255


class ScanEdit(QLineEdit):
    """Says when a text has ended, by `ended_by`: enter, tab or line-feed."""

    focus_changed = Signal(bool)
    ended = Signal(str)

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.arrival = Arrival(now_ms)
        self._alt_digits = ""
        hints = Qt.InputMethodHint.ImhNoAutoUppercase | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints)
        self.returnPressed.connect(lambda: self.ended.emit("enter"))

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the desk, where it means the last dose, not the last letter; take a Tab
        that ends a scan, and the digits of an Alt code, which mean people elsewhere."""
        if isinstance(event, QKeyEvent):
            override = event.type() == QEvent.Type.ShortcutOverride
            if override and event.matches(_UNDO):
                event.ignore()
                return False
            if override and _is_alt_digit(event):
                event.accept()
                return True
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Tab and self.arrival.under_way:
                self.ended.emit("tab")
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_alt_digit(event):
            self._alt_digits += event.text() or chr(event.key())
        elif event.text() == _GS or _is_ctrl_bracket(event):
            self._separate("key" if event.text() == _GS and not _held(event, _CONTROL) else "ctrl")
        elif event.text() == _LF:
            self.ended.emit("line-feed")
        elif event.key() == Qt.Key.Key_Left and self.arrival.under_way:
            self._separate("arrow")  # how some scanners send it with mapped function keys
        else:
            if event.text().isprintable() and event.text():
                self.arrival.key(event.text(), shift=_held(event, _SHIFT))
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._alt_digits:
            digits, self._alt_digits = self._alt_digits, ""
            self._alt_code(int(digits))
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def _separate(self, how: str) -> None:
        self.arrival.separator(how)
        self.insert(SEPARATOR)

    def _alt_code(self, code: int) -> None:
        """What Alt and digits of the keypad mean, where the system does not compose it."""
        character = chr(code) if code <= _HIGHEST_ALT_CODE else ""
        if character == _GS:
            self._separate("alt")
        elif character in (_CR, _LF, _TAB) and character:
            self.ended.emit("enter")
        elif character.isprintable() and character:
            self.arrival.key(character, shift=character.isupper())
            self.insert(character)


def _held(event: QKeyEvent, modifier: Qt.KeyboardModifier) -> bool:
    return bool(event.modifiers() & modifier)


def _is_ctrl_bracket(event: QKeyEvent) -> bool:
    """Ctrl+] types ASCII 29; some systems deliver the key without the character."""
    return event.key() == Qt.Key.Key_BracketRight and _held(event, _CONTROL)


def _is_alt_digit(event: QKeyEvent) -> bool:
    digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
    composed_by_system = sys.platform == "win32"
    return digit and _held(event, _ALT) and _held(event, _KEYPAD) and not composed_by_system
