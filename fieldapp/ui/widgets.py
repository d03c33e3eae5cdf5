"""Small parts that every screen is built of: labels, cards, key caps, icons, two-way choices."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui import icons
from fieldapp.ui.theme import NORMAL, THEMES, Theme

_FEEDS_THE_SCAN_BOX = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


def current_theme() -> Theme:
    """The theme that the application wears now."""
    app = QApplication.instance()
    name = app.property("theme") if app else None
    return next((theme for theme in THEMES if theme.name == name), NORMAL)


def label(text: str = "", *, size: str = "", tone: str = "", wrap: bool = False) -> QLabel:
    """A label in one of the sizes and tones of the style sheet. Text is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("size", size)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget another tone of the style sheet."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def key_cap(key: str) -> QLabel:
    """The picture of a key, beside what it does."""
    cap = label(key)
    cap.setProperty("role", "key")
    cap.setSizePolicy(cap.sizePolicy().horizontalPolicy(), cap.sizePolicy().verticalPolicy())
    return cap


def card(
    *, horizontal: bool = False, margins: tuple[int, int, int, int] = (18, 12, 18, 12)
) -> QFrame:
    """A white card with rounded corners and a layout inside."""
    frame = QFrame()
    frame.setProperty("role", "card")
    layout: QBoxLayout = QHBoxLayout(frame) if horizontal else QVBoxLayout(frame)
    layout.setContentsMargins(*margins)
    layout.setSpacing(8)
    return frame


def row(*parts: QWidget | int, spacing: int = 12) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch."""
    layout = QHBoxLayout()
    layout.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        else:
            layout.addWidget(part)
    return layout


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QBoxLayout):
            clear(inner)


class IconLabel(QLabel):
    """An icon that follows the theme; it says nothing by itself, so readers pass over it."""

    def __init__(self, name: str, tone: str = "ink", size: int = 24) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setFixedSize(size, size)
        self._draw()

    def set_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        colour = current_theme().tone(self._tone)
        self.setPixmap(icons.pixmap(self._name, colour, self._size))


class DeskButton(QPushButton):
    """A button that a scanner cannot press: Space and Enter go on to the scan box.

    Scanners type, and end every scan with Enter. The button's own key, or a click, presses it.
    """

    def __init__(self, text: str = "", role: str = "action", key: str = "") -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self._cap = key_cap(key) if key else None
        if self._cap is not None:
            self._place_cap(self._cap)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    def _place_cap(self, cap: QLabel) -> None:
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 14, 0)
        inside.addStretch(1)
        inside.addWidget(cap)
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _FEEDS_THE_SCAN_BOX:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Choice(QWidget):
    """Two answers side by side, neither chosen at first. Left and Right choose by keyboard."""

    chosen = Signal(int)

    def __init__(self, first: str, second: str, question: str) -> None:
        super().__init__()
        self.buttons = (DeskButton(first, "choice"), DeskButton(second, "choice"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for place, button in zip(("first", "last"), self.buttons, strict=True):
            button.setCheckable(True)
            button.setProperty("place", place)
            button.setMinimumWidth(64)
            button.setAccessibleName(f"{question} {button.text()}")
            layout.addWidget(button)
            self._group.addButton(button)
        self.buttons[0].clicked.connect(lambda: self.chosen.emit(0))
        self.buttons[1].clicked.connect(lambda: self.chosen.emit(1))

    def show_choice(self, which: int | None) -> None:
        """Show the first (0), the second (1) or no answer as chosen."""
        self._group.setExclusive(False)
        for number, button in enumerate(self.buttons):
            button.setChecked(number == which)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}
        which = arrows.get(Qt.Key(event.key()))
        if which is None:
            super().keyPressEvent(event)
        else:
            self.buttons[which].setFocus()
            self.chosen.emit(which)
