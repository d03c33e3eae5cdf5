"""The call list as one screen: list and person, a reason, demand. Asks by signals only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.calls.board_page import BoardPage
from fieldapp.ui.calls.demand_page import DemandPage
from fieldapp.ui.calls.words import BUTTONS
from fieldapp.ui.desk.record_guard import RecordGuard
from fieldapp.ui.desk.side_pages import ReasonPage
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.keys import bind
from fieldapp.ui.room_stack import RoomStack

_PAGE = 8


class CallsScreen(QWidget):
    """Where people are called for their next dose."""

    outcome_chosen = Signal(str)
    phone_requested = Signal()
    take_back_requested = Signal()
    demand_requested = Signal()
    print_requested = Signal()
    cancelled = Signal()

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.setObjectName("room")
        self.guard = RecordGuard(now_ms)
        self.board, self.demand, self.reason = BoardPage(), DemandPage(), ReasonPage()
        self.pages = RoomStack()
        for page in (self.board, self.demand, self.reason):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self.pages)
        self._connect()
        self._bind_keys()

    def arrive(self) -> None:
        """Take the focus to the list, or to what is asked."""
        arrive = getattr(self.page, "arrive", self.page.setFocus)
        arrive()

    def show_page(self, page: QWidget) -> None:
        """Go to a page of the room."""
        self.pages.setCurrentWidget(page)
        self.guard.disturbed()

    def go_to_board(self) -> None:
        """Leave a form, a question or a page."""
        self.board.pane.show_talk()
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

    @property
    def on_list(self) -> bool:
        """Whether the list is in front, and no form is open beside it."""
        return self.page is self.board and not self.board.pane.asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed over the list narrows it; it never says what came of a call."""
        held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        plain = not event.modifiers() & ~held
        if plain and self.on_list and event.text().isprintable() and event.text():
            self.guard.disturbed()
            self.board.look_for(event)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        pane = self.board.pane
        pane.outcome_chosen.connect(self._choose)
        pane.phone_requested.connect(self.phone_requested)
        pane.take_back_requested.connect(self.take_back_requested)
        self.board.demand_requested.connect(self.demand_requested)
        self.board.print_requested.connect(self.print_requested)
        self.demand.print_requested.connect(self.print_requested)
        for page in (pane.form, self.demand, self.reason):
            page.cancelled.connect(self.cancelled)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F9": self._go_on,
            "Ctrl+Return": self._go_on,
            "Ctrl+Enter": self._go_on,
            "F5": partial(self._on_list, self.phone_requested.emit),
            "F7": partial(self._on_list, self.demand_requested.emit),
            "Ctrl+Z": partial(self._on_list, self._take_back),
            "Ctrl+P": self._print,
            "Esc": self._back,
        }
        for place, code in enumerate(BUTTONS):
            keys[f"Alt+{(place + 1) % 10}"] = partial(self._choose, code)
        steps = {"Up": -1, "Down": 1, "PgUp": -_PAGE, "PgDown": _PAGE}
        for key, act in keys.items():
            bind(self, key, act)
        for key, count in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            bind(self, key, partial(self.board.pane.scroll_words, count), repeats=True)
        for key, count in steps.items():
            step = partial(self.board.table.step, count)
            bind(self.board.text, key, step, repeats=True)

    def _choose(self, code: str) -> None:
        """An outcome by its number, also while another one's form is open."""
        if self.page is self.board and self.board.table.chosen is not None:
            self.guard.disturbed()
            self.outcome_chosen.emit(code)

    def _on_list(self, act: Callable[[], object]) -> None:
        if self.on_list:
            act()

    def _take_back(self) -> None:
        if self.board.pane.talk.take_back.isEnabled():
            self.take_back_requested.emit()

    def _go_on(self) -> None:
        """F9: save the form or the reason that is open; not at once after another key."""
        if not self.guard.is_open():
            return
        if self.page is self.reason:
            self.reason.submit()
        elif self.page is self.board and self.board.pane.asks:
            self.board.pane.form.submit()

    def _print(self) -> None:
        if self.on_list or self.page is self.demand:
            self.print_requested.emit()

    def _back(self) -> None:
        if self.on_list:
            self.board.clear_filters()
            self.board.arrive()
        else:
            self.cancelled.emit()
