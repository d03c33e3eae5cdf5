"""The one box for every scan. Enter hands its text on, and does nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QSizePolicy

from fieldapp.domain.documents.mrz import awaits_more_lines
from fieldapp.ui.widgets import IconLabel, key_cap, label, set_tone

_SEPARATOR = "\x1d"
_UNDO = QKeySequence.StandardKey.Undo


class _Edit(QLineEdit):
    """A line that keeps the GS1 separator, which line edits would drop, as readable text."""

    focus_changed = Signal(bool)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the desk, where it means the last dose, not the last letter."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.matches(_UNDO):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == _SEPARATOR:
            self.insert("<GS>")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)


class ScanBox(QFrame):
    """Takes what is scanned or typed; says what it recognised beside it."""

    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scan_box")
        self.setMinimumHeight(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit = _Edit()
        self._hint = self.tr("Scan or type: ID card, passport, vial, phone or name")
        self.edit.setPlaceholderText(self._hint)
        self.edit.setAccessibleName(self._hint)
        self.edit.returnPressed.connect(self._submit)
        self.edit.focus_changed.connect(self._show_focus)
        self.said = label(size="said", wrap=True)
        self.said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.said.hide()
        self.edit.textChanged.connect(self._make_room)
        self._lines: list[str] = []
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setHorizontalSpacing(14)
        layout.addWidget(IconLabel("scan-barcode"), 0, 0)
        layout.addWidget(self.edit, 0, 1)
        layout.addWidget(self.said, 0, 1)  # over the empty box, until somebody types
        layout.addWidget(key_cap("Esc"), 0, 2)
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
            self._submit()
        elif event.text().isprintable() and event.text():
            self.edit.insert(event.text())

    def clear(self) -> None:
        """Forget half a scan and what was said about the last."""
        self._lines.clear()
        self.edit.clear()
        self.say("")

    def _submit(self) -> None:
        """Hand the text on; of a passport, whose readers end every line with Enter, all lines."""
        self._lines.append(self.edit.text())
        self.edit.clear()
        text = "\n".join(self._lines)
        if awaits_more_lines(text):
            self.say(self.tr("Passport: next line…"))
            return
        self._lines.clear()
        if text.strip(" \r\n\t"):
            self.scanned.emit(text)

    def _show_focus(self, has_it: bool) -> None:
        self.setProperty("active", "true" if has_it else "false")
        self.style().unpolish(self)
        self.style().polish(self)
