"""Tries a window as somebody would who sees nothing, or trembles: names, sizes, the Tab key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tools.look import place, seen

LEAST_TARGET = 44
_KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_MOST_TABS = 200
NOT_BY_TAB = {"key_pad": "the keys of the keyboard type the same"}
"""Roles of controls that Tab passes over, each with its reason."""


def controls(window: QWidget) -> list[QWidget]:
    """What can be pressed, typed into or chosen from, and can be seen."""
    return [one for one in seen(window) if isinstance(one, _KINDS) and _stands_alone(one)]


def unnamed(window: QWidget) -> Iterator[str]:
    """Controls of which a screen reader could say nothing."""
    for control in controls(window):
        words = control.text() if isinstance(control, QAbstractButton) else ""
        if not (control.accessibleName() or words):
            yield place(control)


def small(window: QWidget) -> Iterator[str]:
    """Controls that a gloved finger may miss."""
    for control in controls(window):
        if min(control.width(), control.height()) < LEAST_TARGET:
            yield f"{place(control)}: {control.width()}x{control.height()}"


def out_of_reach(window: QWidget) -> Iterator[str]:
    """Controls to which Tab never comes. Of a group of which one is chosen, one is enough: the
    arrows go on from there."""
    reached = tab_round(window)
    for control in controls(window):
        group = control.group() if isinstance(control, QAbstractButton) else None
        together = [control, *(group.buttons() if group is not None else ())]
        excused = not control.isEnabled() or control.property("role") in NOT_BY_TAB
        if not excused and not any(one in reached for one in together):
            yield place(control)


def tab_round(window: QWidget) -> list[QWidget]:
    """Press Tab until the focus comes round; what had it, in order."""
    window.activateWindow()
    reached: list[QWidget] = []
    for _ in range(_MOST_TABS):
        at = QApplication.focusWidget()
        if at is None:
            window.setFocus(Qt.FocusReason.TabFocusReason)
            at = QApplication.focusWidget() or window
        if at in reached:
            return reached
        reached.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return reached


def _stands_alone(control: QWidget) -> bool:
    """No part of a larger control, such as the header of a table."""
    parent = control.parentWidget()
    return not isinstance(parent, (QComboBox, QAbstractItemView, QAbstractSpinBox))
