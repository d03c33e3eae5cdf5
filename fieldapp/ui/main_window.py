"""The window: lock or work, the strips around the rooms, and the keys that work everywhere.

The rooms behind the lock are loaded and built when they are first needed, so that the lock is
there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.ui.lock_screen import LockScreen
from fieldapp.ui.strips import Rail, SessionStrip, TruthStrip

if TYPE_CHECKING:
    from fieldapp.ui.desk.desk_screen import DeskScreen
    from fieldapp.ui.help_page import HelpPage
    from fieldapp.ui.sync_screen import SyncScreen

_Room = TypeVar("_Room", bound=QWidget)


class MainWindow(QWidget):
    """Owns the screens; joins nothing and acts on nothing."""

    lock_requested = Signal()
    theme_requested = Signal()
    language_requested = Signal()
    room_shown = Signal(str)

    def __init__(self, now_ms: Callable[[], int], note: str = "") -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("fieldapp")
        self.setMinimumSize(1280, 720)
        self.strip, self.rail, self.truth = SessionStrip(), Rail(), TruthStrip()
        self._now_ms = now_ms
        self.rooms = QStackedWidget()
        self.lock = self._added(LockScreen(note))
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.rooms, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addLayout(middle, 1)
        layout.addWidget(self.truth)
        self.strip.lock_requested.connect(self.lock_requested)
        self.rail.room_chosen.connect(self.show_room)
        self._bind_keys()

    @cached_property
    def desk(self) -> DeskScreen:
        """The desk, built when first needed."""
        from fieldapp.ui.desk.desk_screen import DeskScreen

        return self._added(DeskScreen(self._now_ms))

    @cached_property
    def sync(self) -> SyncScreen:
        """The sync room, built when first needed."""
        from fieldapp.ui.sync_screen import SyncScreen

        return self._added(SyncScreen())

    @cached_property
    def help(self) -> HelpPage:
        """The key map, built when first needed."""
        from fieldapp.ui.help_page import HelpPage

        return self._added(HelpPage())

    def _added(self, room: _Room) -> _Room:
        self.rooms.addWidget(room)
        return room

    @property
    def room(self) -> str:
        """Where we are: desk, sync, help or lock."""
        now, built = self.rooms.currentWidget(), vars(self)
        return next(name for name in ("lock", "desk", "sync", "help") if built.get(name) is now)

    @property
    def locked(self) -> bool:
        """Whether nothing but the lock can be seen."""
        return self.rooms.currentWidget() is self.lock

    def show_lock(self) -> None:
        """Hide everything that a stranger must not see."""
        self.rail.hide()
        self.rooms.setCurrentWidget(self.lock)
        self.lock.clear_pin()

    def show_room(self, room: str) -> None:
        """Go to a room: desk or sync."""
        self.rail.show()
        self.rail.show_room(room)
        if room == "sync":
            self.rooms.setCurrentWidget(self.sync)
            self.sync.go.setFocus()
        else:
            self.rooms.setCurrentWidget(self.desk)
            self.desk.scan.edit.setFocus()
        self.room_shown.emit(room)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+1": lambda: self._go("desk"),
            "Ctrl+6": lambda: self._go("sync"),
            "F1": self._help,
            "F8": self.theme_requested.emit,
            "F11": self.language_requested.emit,
            "F12": self._lock,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def _go(self, room: str) -> None:
        if not self.locked:
            self.show_room(room)

    def _lock(self) -> None:
        if not self.locked:
            self.lock_requested.emit()

    def _help(self) -> None:
        if self.locked:
            return
        if self.room == "help":
            self.show_room("desk")
        else:
            self.rooms.setCurrentWidget(self.help)
