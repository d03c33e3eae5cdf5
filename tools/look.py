"""Looks at a window as a careful eye would: words cut short or faint, parts over one another or
outside.

Measures what Qt lays out against what the words need in the font in force. Words that give way by
design (`OneLine`, a button's note) hold the whole in their tool tip and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTableView,
    QToolButton,
    QWidget,
)

from fieldapp.ui.widgets import OneLine

_SLACK = 1
_CELL_PADDING = 20
_LEAST_ONE_LINE = 60
_LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3


def faults(window: QWidget) -> list[str]:
    """Everything in the layout of a shown window that a person would call broken."""
    found = [*_overlaps(window), *_sticking_out(window), *_beyond_the_edge(window)]
    for widget in seen(window):
        found += [f"{place(widget)}: {what}" for what in cut(widget)]
    return found


def seen(window: QWidget) -> list[QWidget]:
    """The widgets that can be seen, outermost first."""
    inside = [child for child in window.findChildren(QWidget) if child.isVisibleTo(window)]
    return [window, *(one for one in inside if one.window() is window)]


def place(widget: QWidget) -> str:
    """Where a widget is, in the names of its classes and what it says."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and at.parentWidget() is not None and len(names) < 4:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)


def cut(widget: QWidget) -> Iterator[str]:
    """What cannot be read in whole in one widget."""
    if isinstance(widget, OneLine):
        yield from _one_line(widget)
    elif isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _button(widget)
    elif isinstance(widget, QLineEdit):
        yield from _line(widget)
    elif isinstance(widget, QComboBox):
        yield from _combo(widget)
    elif isinstance(widget, QTableView):
        yield from _table(widget)


def _one_line(label: OneLine) -> Iterator[str]:
    needed = QFontMetrics(label.font()).horizontalAdvance(label.text())
    if label.width() < min(needed, _LEAST_ONE_LINE):
        yield f"{label.text()!r} is shortened to {label.width()} px"


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        if height > label.height() + _SLACK:
            yield f"{text!r} needs {height} px of height and has {label.height()}"
        if label.minimumSizeHint().width() > label.width() + _SLACK:
            yield f"a word of {text!r} is wider than {label.width()} px"
        return
    ink = QFontMetrics(label.font()).tightBoundingRect(text)
    needed = QSize(label.sizeHint().width(), ink.height())
    if too_small := _lack(needed, label.size()):
        yield f"{text!r} {too_small}"


def _button(button: QAbstractButton) -> Iterator[str]:
    ink = button.fontMetrics().boundingRect(QRect(0, 0, 9999, 9999), 0, button.text())
    if isinstance(button, QToolButton):
        needed = QSize(ink.width() + 4, 0)
    else:
        needed = QSize(button.sizeHint().width(), ink.height())
    if too_small := _lack(needed, button.size()):
        yield f"{button.text()!r} {too_small}"


def _line(line: QLineEdit) -> Iterator[str]:
    text = line.text() or line.placeholderText()
    if line.text() and not line.isReadOnly():
        return  # what somebody types scrolls under the cursor
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    needed = line.fontMetrics().horizontalAdvance(text) + 4
    if needed > room.width() + _SLACK:
        yield f"{text!r} needs {needed} px and has {room.width()}"


def _combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    control = QStyle.ComplexControl.CC_ComboBox
    room = combo.style().subControlRect(control, option, field, combo)
    needed = combo.fontMetrics().horizontalAdvance(combo.currentText())
    if needed > room.width() + _SLACK:
        yield f"{combo.currentText()!r} needs {needed} px and has {room.width()}"


def _table(table: QTableView) -> Iterator[str]:
    model, head = table.model(), table.horizontalHeader()
    if head.isVisible():
        yield from _headers(head)
    if type(table.itemDelegate()) is not QStyledItemDelegate:
        return  # painted by hand, as its own tests look at it
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            needed = table.fontMetrics().horizontalAdvance(text) + _CELL_PADDING
            room = table.columnWidth(column)
            whole = index.data(Qt.ItemDataRole.ToolTipRole) == text or table.isColumnHidden(column)
            if needed > room + _SLACK and not whole:
                yield f"{text!r} needs {needed} px and has {room}"


def _headers(head: QHeaderView) -> Iterator[str]:
    for column in range(head.count()):
        text = str(head.model().headerData(column, Qt.Orientation.Horizontal) or "")
        needed = head.fontMetrics().horizontalAdvance(text) + _CELL_PADDING
        if needed > head.sectionSize(column) + _SLACK and not head.isSectionHidden(column):
            yield f"{text!r} needs {needed} px and has {head.sectionSize(column)}"


def _lack(needed: QSize, has: QSize) -> str:
    """How much is missing, in words; empty when there is room."""
    if needed.width() > has.width() + _SLACK:
        return f"needs {needed.width()} px and has {has.width()}"
    if needed.height() > has.height() + _SLACK:
        return f"needs {needed.height()} px of height and has {has.height()}"
    return ""


def _overlaps(window: QWidget) -> Iterator[str]:
    for parent in seen(window):
        if isinstance(parent, QAbstractScrollArea):
            continue
        parts = [child for child in parent.children() if isinstance(child, QWidget)]
        parts = [part for part in parts if _solid(part, window)]
        for number, one in enumerate(parts):
            for other in parts[number + 1 :]:
                both = one.geometry() & other.geometry()
                if both.width() > _SLACK and both.height() > _SLACK:
                    yield f"{place(one)} and {place(other)} overlap by {_size(both)}"


def _solid(part: QWidget, window: QWidget) -> bool:
    """Seen, and no badge that lies on another part on purpose."""
    on_purpose = part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return part.isVisibleTo(window) and not part.isWindow() and not on_purpose


def _sticking_out(window: QWidget) -> Iterator[str]:
    for widget in seen(window)[1:]:
        parent = widget.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
            continue  # what scrolls may be larger than its hole
        room = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if not room.contains(widget.geometry()) and not widget.geometry().isEmpty():
            where, inside = _where(widget.geometry()), _size(parent.rect())
            yield f"{place(widget)} sticks out: {where} in {inside}"


def _beyond_the_edge(window: QWidget) -> Iterator[str]:
    """What must be looked for: a page that is wider than its place, or the big button of a page
    that is out of sight."""
    for widget in seen(window):
        inside = widget.widget() if isinstance(widget, QScrollArea) else None
        if isinstance(widget, QScrollArea) and inside is not None:
            room = widget.viewport().width()
            if inside.width() > room + _SLACK:
                yield f"{place(inside)} is {inside.width()} px wide and has {room}"
        elif widget.property("role") == "primary":
            in_sight = widget.visibleRegion().boundingRect()
            if in_sight.height() < widget.height() - _SLACK:
                yield f"{place(widget)} has to be scrolled to"


def faint(window: QWidget) -> Iterator[str]:
    """Words that hardly differ from the ground they are drawn on."""
    drawn = window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    for widget in seen(window):
        if not isinstance(widget, QLabel) or not widget.text() or not widget.isEnabled():
            continue
        in_sight = widget.visibleRegion().boundingRect()
        spot = QRect(widget.mapTo(window, in_sight.topLeft()), in_sight.size())
        contrast = _contrast(drawn.copy(spot)) if in_sight.height() == widget.height() else 21.0
        if contrast < _LEAST_CONTRAST:
            yield f"{place(widget)}: {widget.text()!r} has a contrast of {contrast:.1f}"


def _contrast(grey: QImage) -> float:
    """Between the lightest and the darkest point of a picture, 1 to 21."""
    bits, line = bytes(grey.constBits()), grey.bytesPerLine()
    points = b"".join(bits[y * line :][: grey.width()] for y in range(grey.height()))
    light, dark = (_luminance(point) for point in (max(points), min(points)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(grey: int) -> float:
    part = grey / 255
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _size(rect: QRect) -> str:
    return f"{rect.width()}x{rect.height()}"


def _where(rect: QRect) -> str:
    return f"{_size(rect)} at {rect.x()},{rect.y()}"
