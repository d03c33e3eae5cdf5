"""Keys of a page: they act while the focus is in it, and once however long they are held."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(where: QWidget, key: str, act: Callable[[], object], *, repeats: bool = False) -> None:
    """Let a key act in a widget and everything inside; `repeats` for steps through a list."""
    shortcut = QShortcut(QKeySequence(key), where)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setAutoRepeat(repeats)
    shortcut.activated.connect(act)
