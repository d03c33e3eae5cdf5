"""Notices how long nobody has touched keyboard, mouse or screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_TOUCHES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class IdleWatch(QObject):
    """Listens to what a window gets from its display, not to what its parts tell one another."""

    def __init__(self, now_ms: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._now_ms, self._touched_ms = now_ms, now_ms()

    def follow(self, window: QWidget) -> None:
        """Listen to this window from now on, too."""
        window.winId()  # makes its handle
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def touched(self) -> None:
        """Somebody is there."""
        self._touched_ms = self._now_ms()

    @property
    def idle_s(self) -> int:
        """Seconds since the last touch."""
        return (self._now_ms() - self._touched_ms) // 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched()
        return False
