"""Small parts that every screen is built of: labels, cards, key caps, icons, two-way choices."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui import icons
from fieldapp.ui.theme import in_force, scaled

_FEEDS_THE_SCAN_BOX = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


def label(text: str = "", *, size: str = "", tone: str = "", wrap: bool = False) -> QLabel:
    """A label in one of the sizes and tones of the style sheet. Text is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", size)  # "size" is a property of every widget already
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if not wrap:
        made.setFixedHeight(scaled(_LINE_HEIGHTS.get(size, 22)))
    return made


_LINE_HEIGHTS = {
    "tiny": 18,
    "small": 19,
    "heading": 19,
    "label": 19,
    "strip": 21,
    "team": 24,
    "number": 24,
    "lead": 26,
    "person": 28,
    "subtitle": 26,
    "title": 36,
    "verdict": 38,
    "question": 44,
    "sum": 54,
}
"""Height of one line: a Chinese fallback font must not make it taller than its neighbours."""


class OneLine(QLabel):
    """A line that is shortened with … where there is no room; the whole is in its tool tip."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(self.font()).elidedText(self.text(), elide, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)


def one_line(text: str = "", *, size: str = "", tone: str = "") -> OneLine:
    """A label like those of `label` that gives way when there is no room."""
    made = OneLine()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", size)
    made.setProperty("tone", tone)
    made.setFixedHeight(scaled(_LINE_HEIGHTS.get(size, 22)))
    made.setText(text)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget another tone of the style sheet."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_kind(line: QLabel, size: str) -> None:
    """Give a line of text another size of the style sheet."""
    if line.property("kind") != size:
        line.setProperty("kind", size)
        line.setFixedHeight(scaled(_LINE_HEIGHTS.get(size, 22)))
        line.style().unpolish(line)
        line.style().polish(line)


def key_cap(key: str) -> QLabel:
    """The picture of a key, beside what it does."""
    cap = label(key)
    cap.setProperty("role", "key")
    cap.setFixedHeight(scaled(24))
    cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
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
        colour = in_force().tone(self._tone)
        self.setPixmap(icons.pixmap(self._name, colour, self._size))


class DeskButton(QPushButton):
    """A button that a scanner cannot press: Space and Enter go on to the scan box.

    Scanners type, and end every scan with Enter. The button's own key, Ctrl Space or a click
    presses it; a click leaves the focus where it was. Its key is painted beside the words.
    """

    def __init__(self, text: str = "", role: str = "action", key: str = "", icon: str = "") -> None:
        super().__init__(text)
        self._key, self._icon_name, self._note = key, icon, ""
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_note(self, note: str) -> None:
        """Say more beside the words, smaller."""
        self._note = note
        self.setAccessibleDescription(note)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed_on_purpose = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and pressed_on_purpose:
            self.click()
        elif event.key() in _FEEDS_THE_SCAN_BOX:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        whole = super().sizeHint() + QSize(self._beside(), 0)
        return whole.expandedTo(QSize(_LEAST_WIDTH, 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        at_left = self.property("role") in _LEFT_ALIGNED
        free = self.width() - words - self._beside()
        self._draw_words(painter, 22 if at_left else max(0, free // 2), words)
        painter.end()

    def _draw_words(self, painter: QPainter, x: int, words: int) -> None:
        colour = QColor(in_force().tone(self._tone()))
        if self._icon_name:
            picture = icons.pixmap(self._icon_name, colour.name(), _ICON)
            painter.drawPixmap(x, (self.height() - _ICON) // 2, picture)
            x += _ICON + (_GAP if self.text() else 0)
        painter.setFont(self.font_of_words())
        painter.setPen(colour)
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), _MIDDLE, self.text())
        x += words + (_GAP if self.text() else 0)
        if self._key:
            self._draw_key(painter, x)
            x += self._key_width() + _GAP
        if self._note:
            self._draw_note(painter, x)

    def font_of_words(self) -> QFont:
        """Bare words that can be pressed are underlined: colour alone does not tell them."""
        font = QFont(self.font())
        font.setUnderline(self.property("role") == "link" and not self._key)
        return font

    def _draw_key(self, painter: QPainter, x: int) -> None:
        theme = in_force()
        strong = self._tone() == "on_accent"
        box = QRect(x, (self.height() - _KEY_HEIGHT) // 2, self._key_width(), _KEY_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.on_accent if strong else theme.line), theme.bw))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)
        painter.drawLine(box.left() + 4, box.bottom() - 1, box.right() - 4, box.bottom() - 1)
        painter.setFont(sized(self.font(), 13, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.on_accent if strong else theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _draw_note(self, painter: QPainter, x: int) -> None:
        font = sized(self.font(), 15, QFont.Weight.Normal)
        room = QRect(x, 0, self.width() - x - _GAP, self.height())
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(font)
        chosen = self._tone() == "on_accent"
        painter.setPen(in_force().colour("on_accent" if chosen else "muted"))
        shown = QFontMetrics(font).elidedText(self._note, elide, room.width())
        painter.drawText(room, _MIDDLE, shown)

    def _tone(self) -> str:
        role = self.property("role")
        if not self.isEnabled():
            return "muted"
        if role in _ON_ACCENT or (role in _TICKED and self.isChecked()):
            return "on_accent"
        return {"link": "accent", "notice": "wait"}.get(str(role), "ink")

    def _key_width(self) -> int:
        font = sized(self.font(), 13, QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(self._key) + 18

    def _beside(self) -> int:
        gap = _GAP if self.text() else 0
        key = self._key_width() + gap if self._key else 0
        return key + (_ICON + gap if self._icon_name else 0)


_GAP, _ICON, _KEY_HEIGHT, _LEAST_WIDTH = 12, 24, 24, 48
_LEFT_ALIGNED = ("hit", "person")
_ON_ACCENT, _TICKED = ("primary", "leave"), ("choice", "box", "hit", "toggle")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The same font in another size, which grows with the text."""
    made = QFont(font)
    made.setPixelSize(scaled(pixels))
    made.setWeight(weight)
    return made


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
