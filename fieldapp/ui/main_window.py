"""The window: lock or work, the strips around the rooms, and the keys that work everywhere.

The rooms behind the lock are loaded and built when they are first needed, so that the lock is
there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol, TypeVar, cast, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.body import turn_page
from fieldapp.ui.lock_screen import LockScreen
from fieldapp.ui.practice_band import PracticeBand
from fieldapp.ui.room_stack import RoomStack, framed
from fieldapp.ui.rooms import DOCTOR, HOME, PAGES, PEOPLE, ROOMS, SET_UP
from fieldapp.ui.strips import Rail, SessionStrip, TruthStrip

if TYPE_CHECKING:
    from fieldapp.ui.calls.calls_screen import CallsScreen
    from fieldapp.ui.desk.desk_screen import DeskScreen
    from fieldapp.ui.doctor.doctor_page import DoctorPage
    from fieldapp.ui.guide.guide_page import GuidePage
    from fieldapp.ui.help_page import HelpPage
    from fieldapp.ui.people.people_page import PeoplePage
    from fieldapp.ui.print.paper_screen import PaperScreen
    from fieldapp.ui.records.records_screen import RecordsScreen
    from fieldapp.ui.scanner.camera_page import CameraPage
    from fieldapp.ui.scanner.check_page import CheckPage
    from fieldapp.ui.session.session_screen import SessionScreen
    from fieldapp.ui.set_up.set_up_page import SetUpPage
    from fieldapp.ui.stock.stock_screen import StockScreen
    from fieldapp.ui.sync_screen import SyncScreen
    from fieldapp.ui.watch.watch_screen import WatchScreen

_Room = TypeVar("_Room", bound=QWidget)


@runtime_checkable
class Arrives(Protocol):
    """A screen that does something when people come to it, such as taking the focus."""

    def arrive(self) -> None: ...


class MainWindow(QWidget):
    """Owns the screens; joins nothing and acts on nothing."""

    lock_requested = Signal()
    theme_requested = Signal()
    language_requested = Signal()
    text_requested = Signal(int)  # 1 larger, -1 smaller, 0 the next, round and round
    switch_requested = Signal()
    room_shown = Signal(str)

    def __init__(self, now_ms: Callable[[], int], note: str = "") -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("fieldapp")
        self.setMinimumSize(1280, 720)
        self.strip, self.rail, self.truth = SessionStrip(), Rail(), TruthStrip()
        self.band = PracticeBand()
        self._locked = True
        self._now_ms = now_ms
        self.rooms = RoomStack()
        self.lock = self._added(LockScreen(note))
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(framed(self.rooms), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        layout.addWidget(self.strip)
        layout.addLayout(middle, 1)
        layout.addWidget(self.truth)
        self.strip.lock_requested.connect(self.lock_requested)
        self.rail.room_chosen.connect(self.show_room)
        self.truth.pressed.connect(lambda: self._toggle(DOCTOR))
        looks = self.lock.looks
        looks.theme_requested.connect(self.theme_requested)
        looks.language_requested.connect(self.language_requested)
        looks.text_requested.connect(lambda: self.text_requested.emit(0))
        self._bind_keys()

    @cached_property
    def desk(self) -> DeskScreen:
        """The desk, built when first needed."""
        from fieldapp.ui.desk.desk_screen import DeskScreen

        return self._added(DeskScreen(self._now_ms))

    @cached_property
    def watch(self) -> WatchScreen:
        """The watch, built when first needed."""
        from fieldapp.ui.watch.watch_screen import WatchScreen

        return self._added(WatchScreen(self._now_ms))

    @cached_property
    def calls(self) -> CallsScreen:
        """The call list, built when first needed."""
        from fieldapp.ui.calls.calls_screen import CallsScreen

        return self._added(CallsScreen(self._now_ms))

    @cached_property
    def session(self) -> SessionScreen:
        """The session room, built when first needed."""
        from fieldapp.ui.session.session_screen import SessionScreen

        return self._added(SessionScreen())

    @cached_property
    def stock(self) -> StockScreen:
        """The stock room, built when first needed."""
        from fieldapp.ui.stock.stock_screen import StockScreen

        return self._added(StockScreen(self._now_ms))

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

    @cached_property
    def guide(self) -> GuidePage:
        """The guide, built when first needed."""
        from fieldapp.ui.guide.guide_page import GuidePage

        return self._added(GuidePage())

    @cached_property
    def paper(self) -> PaperScreen:
        """The page of papers, built when first needed."""
        from fieldapp.ui.print.paper_screen import PaperScreen

        return self._added(PaperScreen())

    @cached_property
    def records(self) -> RecordsScreen:
        """The records page, built when first needed."""
        from fieldapp.ui.records.records_screen import RecordsScreen

        return self._added(RecordsScreen())

    @cached_property
    def scanner(self) -> CheckPage:
        """The scanner check, built when first needed."""
        from fieldapp.ui.scanner.check_page import CheckPage

        return self._added(CheckPage())

    @cached_property
    def doctor(self) -> DoctorPage:
        """How this laptop is, built when first needed; the lock shows it, too."""
        from fieldapp.ui.doctor.doctor_page import DoctorPage

        made = self._added(DoctorPage())
        made.left.connect(lambda: self._toggle(DOCTOR))
        made.people_requested.connect(lambda: self._toggle(PEOPLE))
        made.set_up_requested.connect(lambda: self._toggle(SET_UP))
        return made

    @cached_property
    def people(self) -> PeoplePage:
        """The people of this laptop, built when first needed."""
        from fieldapp.ui.people.people_page import PeoplePage

        made = self._added(PeoplePage())
        made.left.connect(lambda: self._toggle(PEOPLE))
        return made

    @cached_property
    def set_up(self) -> SetUpPage:
        """The set-up, built when first needed."""
        from fieldapp.ui.set_up.set_up_page import SetUpPage

        made = self._added(SetUpPage())
        looks = made.look.looks
        looks.theme_requested.connect(self.theme_requested)
        looks.language_requested.connect(self.language_requested)
        looks.text_requested.connect(lambda: self.text_requested.emit(0))
        return made

    @cached_property
    def camera(self) -> CameraPage:
        """The camera's page, built when first needed."""
        from fieldapp.ui.scanner.camera_page import CameraPage

        return self._added(CameraPage())

    def _added(self, room: _Room) -> _Room:
        self.rooms.addWidget(room)
        return room

    def _place(self, name: str) -> QWidget:
        """The screen of a room or page, built when first needed."""
        return cast(QWidget, getattr(self, name))

    @property
    def room(self) -> str:
        """Where we are: the name of a room or page, or lock."""
        now, built = self.rooms.currentWidget(), vars(self)
        names = ("lock", *(room.name for room in ROOMS), *PAGES)
        return next(name for name in names if built.get(name) is now)

    @property
    def locked(self) -> bool:
        """Whether nothing of anybody can be seen: the lock is shown, or the doctor over it."""
        return self._locked

    def show_practice(self, practises: bool) -> None:
        """Whether this laptop is for practice with made-up people."""
        self.band.setVisible(practises)
        self.setWindowTitle(self.tr("fieldapp – PRACTICE") if practises else "fieldapp")

    def show_lock(self) -> None:
        """Hide everything that a stranger must not see."""
        self._locked = True
        self.rail.hide()
        self.rooms.setCurrentWidget(self.lock)
        self.lock.clear_pin()

    def show_room(self, room: str) -> None:
        """Go to a room of the rail, where its first field has the focus."""
        self._locked = False
        self.rail.show()
        self.rail.show_room(room)
        screen = self._place(room)
        self.rooms.setCurrentWidget(screen)
        if isinstance(screen, Arrives):
            screen.arrive()
        self.room_shown.emit(room)

    def show_page(self, page: str) -> None:
        """Lay a page over the rooms."""
        screen = self._place(page)
        self.rooms.setCurrentWidget(screen)
        if isinstance(screen, Arrives):
            screen.arrive()
        self.room_shown.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down that nothing else took scroll the page, wherever the focus is."""
        if not turn_page(self.rooms, event):
            super().keyPressEvent(event)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F8": self.theme_requested.emit,
            "F11": self.language_requested.emit,
            "F12": self._lock,
            "Ctrl+F12": self._switch,
            "Ctrl++": partial(self.text_requested.emit, 1),
            "Ctrl+=": partial(self.text_requested.emit, 1),
            "Ctrl+-": partial(self.text_requested.emit, -1),
        }
        keys |= {room.key: partial(self._go, room.name) for room in ROOMS}
        keys |= {key: partial(self._toggle, page) for page, key in PAGES.items()}
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

    def _switch(self) -> None:
        if not self.locked:
            self.switch_requested.emit()

    def _toggle(self, page: str) -> None:
        if self.locked and page != DOCTOR:
            return
        if self.room != page:
            self.show_page(page)
        elif self.locked:
            self.show_lock()
        else:
            self.show_room(HOME)
