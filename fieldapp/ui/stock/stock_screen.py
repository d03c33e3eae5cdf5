"""The stock room as one screen: the board and the pages behind it. Asks by signals only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.desk.record_guard import RecordGuard
from fieldapp.ui.desk.scan_box import ScanBox
from fieldapp.ui.desk.side_pages import ReasonPage
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.form_page import FormPage
from fieldapp.ui.keys import bind
from fieldapp.ui.room_stack import RoomStack
from fieldapp.ui.stock.board_page import BoardPage
from fieldapp.ui.stock.cold_page import ColdPage
from fieldapp.ui.stock.got_it_page import GotItPage
from fieldapp.ui.stock.move_page import MovePage
from fieldapp.ui.stock.movements_page import MovementsPage

VERBS = {
    "F2": "receive",
    "F3": "waste",
    "F4": "count",
    "F5": "return",
    "F6": "decide",
    "F7": "cold",
    "Ctrl+Z": "movements",
}
"""What each key of the board does."""


class StockScreen(QWidget):
    """Where vaccine is received, moved, counted, kept cold and held back."""

    verb_requested = Signal(str)
    alert_pressed = Signal(object)
    scanned = Signal(str)
    cancelled = Signal()
    arrived = Signal()

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.setObjectName("room")
        self.guard = RecordGuard(now_ms)
        self.board, self.move_page, self.movements = BoardPage(), MovePage(), MovementsPage()
        self.cold, self.reason, self.second = ColdPage(), ReasonPage(), FormPage()
        self.got_it = GotItPage()
        self.finder = ScanBox()
        self.finder.hide()
        self.pages = RoomStack()
        for page in (
            self.board,
            self.move_page,
            self.movements,
            self.cold,
            self.reason,
            self.second,
            self.got_it,
        ):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.finder)
        layout.addWidget(self.pages, 1)
        self._connect()
        self._bind_keys()

    def arrive(self) -> None:
        """Take the focus to the lots, or to the form that is open."""
        arrive = getattr(self.page, "arrive", None)
        if arrive is not None:
            arrive()
        else:
            self.page.setFocus()
        self.arrived.emit()

    def show_page(self, page: QWidget) -> None:
        """Go to a page of the room."""
        self._put_finder_away()
        self.pages.setCurrentWidget(page)
        self.guard.disturbed()

    def go_to_board(self) -> None:
        """Leave a form, a list or a question."""
        self.show_page(self.board)
        self.board.arrive()

    def show_reasons(self, state: ReasonState) -> None:
        """Ask for a reason."""
        self.show_page(self.reason)
        self.reason.show_reasons(state)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return cast(QWidget, self.pages.currentWidget())  # there is always one

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed over the board is a vial's code; it never records anything."""
        held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        plain = not event.modifiers() & ~held
        if plain and self.page is self.board and event.text().isprintable() and event.text():
            self.finder.show()
            self.finder.feed(event)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.board.verb_requested.connect(self.verb_requested)
        self.board.alert_pressed.connect(self.alert_pressed)
        self.finder.scanned.connect(self._scan_came)
        self.move_page.scanned.connect(self._disturb)
        self.move_page.scanned.connect(self.scanned)
        listed = (self.move_page, self.movements, self.cold, self.got_it)
        for page in (*listed, self.reason, self.second):
            page.cancelled.connect(self.cancelled)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            key: partial(self._verb, verb) for key, verb in VERBS.items()
        }
        keys |= {"F9": self._go_on, "Ctrl+Return": self._go_on, "Ctrl+Enter": self._go_on}
        keys |= {"Ctrl+O": self._file, "Esc": self._back}
        keys |= {f"Alt+{n % 10}": partial(self.move_page.choose, n) for n in range(1, 11)}
        for key, act in keys.items():
            bind(self, key, act)

    def _verb(self, verb: str) -> None:
        if self.page is self.board:
            self.verb_requested.emit(verb)
        elif self.page is self.movements and verb == "movements":
            self.movements.press_undo()  # Ctrl Z again: the chosen one is taken back
        elif self.page is self.cold and verb == "count":
            self.cold.period_requested.emit()  # F4 there

    def _go_on(self) -> None:
        """F9: whatever the big button of this page does; not at once after a scan."""
        if not self.guard.is_open():
            return
        if self.page is self.board:
            self.board.alert.press()
        else:
            submit = getattr(self.page, "submit", None)
            if submit is not None:
                submit()

    def _file(self) -> None:
        if self.page is self.cold and self.cold.file.isEnabled():
            self.cold.file_requested.emit(self.cold.container)

    def _back(self) -> None:
        if self.page is self.board:
            self._put_finder_away()
            self.board.arrive()
        else:
            self.cancelled.emit()

    def _scan_came(self, text: str) -> None:
        self._disturb()
        self._put_finder_away()
        self.scanned.emit(text)

    def _disturb(self) -> None:
        self.guard.disturbed()

    def _put_finder_away(self) -> None:
        self.finder.clear()
        self.finder.hide()
