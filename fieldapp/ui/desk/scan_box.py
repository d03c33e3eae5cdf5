"""The one box for every scan. Enter hands its text on, and does nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from fieldapp.domain.documents.card_text import awaits_more_digits
from fieldapp.domain.documents.mrz import awaits_more_lines
from fieldapp.ui.desk.scan_edit import SEPARATOR, ScanEdit
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import IconLabel, key_cap, label, set_tone

_SILENCE_MS = 700


def _monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000


class ScanBox(QFrame):
    """Takes what is scanned or typed; says what it recognised beside it.

    `arrived` tells how a text came, just before `scanned` hands it on. `hint` stands in the empty
    box of places that want something else than the desk does.
    """

    scanned = Signal(str)
    arrived = Signal(object)

    def __init__(self, now_ms: Callable[[], int] = _monotonic_ms, hint: str = "") -> None:
        super().__init__()
        self.setObjectName("scan_box")
        self.setMinimumHeight(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit = ScanEdit(now_ms)
        self._hint = hint or self.tr("Scan or type: ID card, passport, vial, phone or name")
        self.edit.setPlaceholderText(self._hint)
        self.edit.setAccessibleName(self._hint)
        self.edit.ended.connect(self._submit)
        self.edit.focus_changed.connect(self._show_focus)
        self.said = label(size="said", wrap=True)
        self.said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.said.hide()
        self.edit.textChanged.connect(self._make_room)
        self.edit.textChanged.connect(self._watch_keys)
        self.notice = label(size="small", tone="wait")
        self.notice.hide()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SILENCE_MS)
        self._silence.timeout.connect(self._miss_enter)
        self._lines: list[str] = []
        self._caps_lock = False
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setHorizontalSpacing(14)
        layout.addWidget(IconLabel("scan-barcode"), 0, 0)
        layout.addWidget(self.edit, 0, 1)
        layout.addWidget(self.said, 0, 1)  # over the empty box, until somebody types
        layout.addWidget(self.notice, 0, 2)
        layout.addWidget(key_cap("Esc"), 0, 3)
        layout.setColumnStretch(1, 1)

    def say(self, words: str, tone: str = "muted") -> None:
        """Tell what the last scan was, or what to try: in the box itself, while it is empty."""
        self.said.setText(words)
        self.edit.setAccessibleDescription(words)
        set_tone(self.said, tone if tone != "muted" else "")
        self._make_room()

    def _make_room(self) -> None:
        said = bool(self.said.text())
        self.said.setVisible(said and not self.edit.text())
        self.edit.setPlaceholderText("" if said else self._hint)

    def feed(self, event: QKeyEvent) -> None:
        """Take a key that was pressed while something else had the focus."""
        self.edit.setFocus()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit("enter")
        elif event.text().isprintable() and event.text():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.edit.arrival.key(event.text(), shift=shift)
            self.edit.insert(event.text())
        else:
            event.ignore()  # a key that writes nothing may mean something to the window

    def clear(self) -> None:
        """Forget half a scan and what was said about the last."""
        self._lines.clear()
        self.edit.clear()
        self.edit.arrival.forget()
        self.say("")

    def take(self, text: str) -> None:
        """Take a text that was read elsewhere, as if it had been scanned here."""
        self.clear()
        self.edit.setText(text.replace("\x1d", SEPARATOR))
        self._submit("camera")

    def _watch_keys(self, text: str) -> None:
        """Caps Lock changes the letters of a lot, so it is said while it is on."""
        told = self.edit.arrival.caps_lock
        self._caps_lock = self._caps_lock if told is None else told
        self._notice(self.tr("Caps Lock is on") if self._caps_lock else "")
        self._silence.start() if text else self._silence.stop()

    def _miss_enter(self) -> None:
        if self.edit.text() and self.edit.arrival.by_scanner:
            self._notice(self.tr("The scanner sent no Enter: press Enter"))

    def _notice(self, words: str) -> None:
        tell(self.notice, words)

    def _submit(self, ended_by: str) -> None:
        """Hand the text on; of a passport, whose readers end every line with Enter, all lines."""
        line = self.edit.text()
        arrived = self.edit.arrival.ended(line, ended_by)
        self.edit.clear()
        if self._lines and not line.strip():
            return  # a reader that ends its lines twice
        self._lines.append(line)
        text = "\n".join(self._lines)
        if awaits_more_lines(text):
            self.say(self.tr("Passport: next line…"))
            return
        if awaits_more_digits(text):
            self.say(self.tr("Card: the rest is still to come…"))
            return
        self._lines.clear()
        if text.strip(" \r\n\t"):
            self.arrived.emit(replace(arrived, text=text))
            self.scanned.emit(text)

    def _show_focus(self, has_it: bool) -> None:
        self.setProperty("active", "true" if has_it else "false")
        self.style().unpolish(self)
        self.style().polish(self)
