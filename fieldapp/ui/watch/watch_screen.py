"""The watch as one screen: the board, a list, the AEFI form, a reason. Asks by signals only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.desk.record_guard import RecordGuard
from fieldapp.ui.desk.side_pages import ReasonPage
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.keys import bind
from fieldapp.ui.room_stack import RoomStack
from fieldapp.ui.watch.board_page import BoardPage
from fieldapp.ui.watch.choice_page import ChoicePage
from fieldapp.ui.watch.reaction_page import ReactionPage
from fieldapp.ui.watch.state import BoardState, ChoiceState, ReactionState

_ROWS_A_PAGE = 2


class WatchScreen(QWidget):
    """Where nobody is forgotten."""

    leave_requested = Signal(object)
    reaction_requested = Signal(object)
    undo_requested = Signal()
    forgotten_requested = Signal()
    reports_requested = Signal()
    sound_requested = Signal()
    scanned = Signal(str)
    chosen = Signal(bytes)
    report_saved = Signal(object)
    report_edited = Signal(object)
    withdraw_requested = Signal()
    reason_confirmed = Signal(str, str)
    cancelled = Signal()

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.setObjectName("room")
        self.guard = RecordGuard(now_ms)
        self.board, self.choice = BoardPage(self.guard), ChoicePage()
        self.reaction, self.reason = ReactionPage(now_ms), ReasonPage()
        self.pages = RoomStack()
        for page in (self.board, self.choice, self.reaction, self.reason):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self.pages)
        self._connect()
        self._bind_keys()

    def arrive(self) -> None:
        """Take the focus to who may leave, or to the form that is open."""
        if self._page is self.board:
            self.board.arrive()
        else:
            self._page.setFocus()

    def show_board(self, state: BoardState) -> None:
        """Show who is watched, behind a form that may be open."""
        self.board.show_board(state)

    def go_to_board(self) -> None:
        """Leave a form, a list or a question."""
        self.pages.setCurrentWidget(self.board)
        self.board.arrive()

    def show_choice(self, state: ChoiceState) -> None:
        """Offer a list."""
        self.pages.setCurrentWidget(self.choice)
        self.choice.show_choice(state)

    def show_reaction(self, state: ReactionState) -> None:
        """Start on a report."""
        self.pages.setCurrentWidget(self.reaction)
        self.reaction.show_form(state)

    def back_to_reaction(self) -> None:
        """Go on with the report that was open."""
        self.pages.setCurrentWidget(self.reaction)
        self.reaction.setFocus()

    def show_reasons(self, state: ReasonState) -> None:
        """Ask for a reason."""
        self.pages.setCurrentWidget(self.reason)
        self.reason.show_reasons(state)

    def show_fault(self, words: str) -> None:
        """Say what went wrong where it happened."""
        if self._page is self.choice:
            self.choice.show_fault(words)
        elif self._page is self.reaction:
            self.reaction.show_fault(words)
        else:
            self.board.say(words, "stop")

    @property
    def on_board(self) -> bool:
        """Whether the board itself is shown."""
        return self._page is self.board

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed over the board looks for somebody; it never says that they left."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        typed = event.text().isprintable() and bool(event.text())  # the Enter of a scan is none
        if plain and typed and self._page is self.board:
            self.guard.disturbed()
            self.board.look_for(event)
        else:
            super().keyPressEvent(event)

    @property
    def _page(self) -> QWidget:
        return cast(QWidget, self.pages.currentWidget())  # there is always one

    def _connect(self) -> None:
        board, form = self.board, self.reaction
        board.leave_requested.connect(self.leave_requested)
        board.reaction_requested.connect(self.reaction_requested)
        board.undo_requested.connect(self.undo_requested)
        board.forgotten_requested.connect(self.forgotten_requested)
        board.reports_requested.connect(self.reports_requested)
        board.sound_requested.connect(self.sound_requested)
        board.finder.scanned.connect(self._scan_came)
        self.choice.chosen.connect(self.chosen)
        form.saved.connect(self.report_saved)
        form.edited.connect(self.report_edited)
        form.withdraw_requested.connect(self.withdraw_requested)
        self.reason.confirmed.connect(self.reason_confirmed)
        for page in (self.choice, form, self.reason):
            page.cancelled.connect(self.cancelled)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F9": self._go_on,
            "Ctrl+Return": self._go_on,
            "Ctrl+Enter": self._go_on,
            "F4": self._turn,
            "F6": self._reaction,
            "F7": self._no,
            "Ctrl+Z": self._undo,
            "Esc": self._back,
        }
        for number in range(1, 10):
            keys[f"Alt+{number}"] = partial(self._number, number)
        steps = {
            "Left": partial(self.board.move, -1),
            "Right": partial(self.board.move, 1),
            "Up": partial(self.board.move_rows, -1),
            "Down": partial(self.board.move_rows, 1),
            "PgUp": partial(self.board.move_rows, -_ROWS_A_PAGE),
            "PgDown": partial(self.board.move_rows, _ROWS_A_PAGE),
        }
        for key, act in keys.items():
            bind(self, key, act)
        for key, go in steps.items():
            bind(self.board, key, go, repeats=True)

    def _scan_came(self, text: str) -> None:
        self.guard.disturbed()
        self.board.found()
        self.scanned.emit(text)

    def _go_on(self) -> None:
        """F9: whatever the big button of this page does."""
        if self._page is self.board:
            self.board.press_leave()
        elif self._page is self.reaction:
            self.reaction.submit()
        elif self._page is self.reason:
            self.reason.submit()

    def _turn(self) -> None:
        if self._page is self.board:
            self.reports_requested.emit()
        elif self._page is self.reaction:
            self.reaction.turn_over()

    def _reaction(self) -> None:
        if self._page is self.board:
            self.board.press_reaction()
        elif self._page is self.reaction:
            self.reaction.toggle_hospital()

    def _no(self) -> None:
        if self._page is self.reaction:
            self.reaction.serious.say_no()

    def _number(self, number: int) -> None:
        if self._page is self.choice:
            self.choice.choose(number)
        elif self._page is self.reaction:
            self.reaction.serious.criteria.toggle(number)

    def _undo(self) -> None:
        if self._page is self.board and self.board.undo.isVisible():
            self.undo_requested.emit()

    def _back(self) -> None:
        if self._page is self.board:
            self.board.found()
        else:
            self.cancelled.emit()
