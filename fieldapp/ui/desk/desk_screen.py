"""The desk as one screen: scan box, the page of the moment, today. Asks by signals, never acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from fieldapp.ui.desk.card_page import CardPage
from fieldapp.ui.desk.person_page import PersonPage
from fieldapp.ui.desk.record_guard import RecordGuard
from fieldapp.ui.desk.register_page import RegisterPage
from fieldapp.ui.desk.scan_box import ScanBox
from fieldapp.ui.desk.side_pages import EmptyPage, HitsPage, ReasonPage
from fieldapp.ui.desk.state import (
    CardState,
    Hit,
    PersonPageState,
    ReasonState,
    RegisterState,
    TodayState,
    VerdictState,
)
from fieldapp.ui.desk.today_panel import TodayPanel
from fieldapp.ui.form_page import FormPage, FormState
from fieldapp.ui.keys import bind
from fieldapp.ui.room_stack import RoomStack
from fieldapp.ui.theme import scaled

_LOW = 640
_ROOM_FOR_TODAY = 1150


class DeskScreen(QWidget):
    """What the vaccinator sees all day."""

    scanned = Signal(str)
    cleared = Signal()
    new_person_requested = Signal()
    client_chosen = Signal(bytes)
    register_saved = Signal(object)
    answered = Signal(str, bool)
    all_no_requested = Signal()
    site_chosen = Signal(str)
    record_requested = Signal()
    not_given_requested = Signal()
    override_requested = Signal()
    undo_requested = Signal(bytes)
    vial_form_requested = Signal()
    elsewhere_requested = Signal()
    again_requested = Signal()
    late_requested = Signal()
    fee_requested = Signal()
    receipt_requested = Signal()
    records_requested = Signal()
    card_requested = Signal()

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.setObjectName("room")
        self.guard = RecordGuard(now_ms)
        self.scan, self.today = ScanBox(), TodayPanel()
        self.empty, self.hits = EmptyPage(), HitsPage()
        self.register, self.person, self.reason = RegisterPage(), PersonPage(), ReasonPage()
        self.form, self.card = FormPage(), CardPage()
        self._verdict: VerdictState | None = None
        self.pages = RoomStack()
        self._typed_into = (self.register, self.reason, self.form)
        for page in (self.empty, self.hits, self.person, self.card, *self._typed_into):
            self.pages.addWidget(page)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setSpacing(14)
        self._grid = grid
        self._arrange()
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(1, 1)
        self._connect()
        self._bind_keys()

    def arrive(self) -> None:
        """Whatever is scanned or typed next goes into the box."""
        self.scan.edit.setFocus()

    def show_empty(self) -> None:
        """Nobody is at the desk."""
        self._show(self.empty)
        self.scan.edit.setFocus()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """A scan may mean several people."""
        self.hits.show_hits(hits)
        self._show(self.hits)
        self.scan.edit.setFocus()

    def show_card(self, state: CardState) -> None:
        """A card of which nothing was taken."""
        self.card.show_card(state)
        self._show(self.card)
        self.scan.edit.setFocus()

    def show_register(self, state: RegisterState, banner: VerdictState) -> None:
        """Somebody new."""
        self._show(self.register)
        self.register.show_form(state, banner)

    def show_person(self, state: PersonPageState) -> None:
        """The person at the desk; a changed verdict closes the record key for a moment."""
        if state.verdict != self._verdict:
            self.guard.disturbed()
        self._verdict = state.verdict
        self.person.show_page(state)
        if self.pages.currentWidget() is not self.person:
            self._show(self.person)
            self.scan.edit.setFocus()

    def show_reasons(self, state: ReasonState) -> None:
        """A reason is asked."""
        self._show(self.reason)
        self.reason.show_reasons(state)

    def show_form(self, state: FormState) -> None:
        """A few fields are asked."""
        self._show(self.form)
        self.form.show_form(state)

    def show_today(self, state: TodayState) -> None:
        """Refresh the right column."""
        self.today.show_today(state)

    def withdraw_undo(self) -> None:
        """Offer to undo nothing until the right column is refreshed."""
        state = self.today.state
        items = tuple(replace(item, can_undo=False) for item in state.items)
        self.today.show_today(replace(state, items=items))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less air on a low screen."""
        super().resizeEvent(event)
        compact = self.height() < scaled(_LOW)
        edge = 6 if compact else 14
        self._grid.setContentsMargins(16, edge, 16, edge)
        self._grid.setVerticalSpacing(edge)
        self.person.set_compact(compact)
        self.register.set_compact(compact)
        self._arrange()

    def _arrange(self) -> None:
        """Today at the right; where the text leaves no room for it, only while nobody is here."""
        roomy = self.width() >= scaled(_ROOM_FOR_TODAY)
        self._grid.addWidget(self.scan, 0, 0, 1, 1 if roomy else 2)
        self._grid.addWidget(self.pages, 1, 0)
        self._grid.addWidget(self.today, 0 if roomy else 1, 1, 2 if roomy else 1, 1)
        beside = roomy or self.pages.currentWidget() is self.empty
        self.today.setVisible(beside)
        self._grid.setHorizontalSpacing(14 if beside else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever is typed while nothing takes it goes to the scan box."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and self.pages.currentWidget() not in self._typed_into:
            self.scan.feed(event)
        else:
            super().keyPressEvent(event)

    def _show(self, page: QWidget) -> None:
        if page is not self.person:
            self._verdict = None
        self.pages.setCurrentWidget(page)
        self._arrange()

    def _connect(self) -> None:
        self.scan.scanned.connect(self._scan_came)
        self.empty.new_person.connect(self.new_person_requested)
        self.empty.put_aside_requested.connect(self.records_requested)
        self.hits.new_person.connect(self.new_person_requested)
        self.hits.chosen.connect(self.client_chosen)
        self.register.saved.connect(self.register_saved)
        self.register.cancelled.connect(self._clear)
        self.register.same_person.connect(self.client_chosen)
        self.person.questions.answered.connect(self.answered)
        self.person.all_no_requested.connect(self.all_no_requested)
        self.person.vial.site_chosen.connect(self.site_chosen)
        self.person.vial.fee_requested.connect(self.fee_requested)
        self.person.record_requested.connect(self._record)
        self.person.not_given_requested.connect(self.not_given_requested)
        self.person.override_requested.connect(self.override_requested)
        self.person.late_requested.connect(self.late_requested)
        self.person.elsewhere_requested.connect(self.elsewhere_requested)
        self.person.records_requested.connect(self.records_requested)
        self.person.card_requested.connect(self.card_requested)
        self.form.cancelled.connect(self.cleared)
        self.card.left.connect(self._clear)
        self.reason.cancelled.connect(self.cleared)
        self.today.undo_requested.connect(self.undo_requested)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F2": self.new_person_requested.emit,
            "F3": self.vial_form_requested.emit,
            "F4": partial(self._at_a_person, self.elsewhere_requested.emit),
            "F5": self.again_requested.emit,
            "Ctrl+D": partial(self._at_a_person, self.late_requested.emit),
            "Ctrl+F": partial(self._at_a_person, self.fee_requested.emit),
            "Ctrl+T": self.receipt_requested.emit,
            "F6": partial(self._at_a_person, self.not_given_requested.emit),
            "F7": partial(self._at_a_person, self.all_no_requested.emit),
            "F9": self._go_on,
            "Ctrl+Return": self._go_on,
            "Ctrl+Enter": self._go_on,
            "Ctrl+O": self._override,
            "Ctrl+L": lambda: self.site_chosen.emit("left-deltoid"),
            "Ctrl+R": lambda: self.site_chosen.emit("right-deltoid"),
            "Ctrl+Z": self._undo,
            "Esc": self._clear,
        }
        for number in range(1, 10):
            keys[f"Alt+{number}"] = partial(self._hit, number)
        for key, act in keys.items():
            bind(self, key, act)

    def _scan_came(self, text: str) -> None:
        self.guard.disturbed()
        self.scanned.emit(text)

    def _go_on(self) -> None:
        """F9: whatever the big button of this page does."""
        page = self.pages.currentWidget()
        if page is self.register:
            self.register.submit()
        elif page is self.reason:
            self.reason.submit()
        elif page is self.form:
            self.form.submit()
        elif page is self.person and self.person.record.isEnabled():
            self._record()

    def _record(self) -> None:
        if self.guard.is_open():
            self.record_requested.emit()

    def _override(self) -> None:
        if self.pages.currentWidget() is self.person and self.person.override.isVisible():
            self.override_requested.emit()

    def _at_a_person(self, ask: Callable[[], object]) -> None:
        if self.pages.currentWidget() is self.person:
            ask()

    def _undo(self) -> None:
        for item in self.today.state.items:
            if item.can_undo:
                self.undo_requested.emit(item.event_id)
                return

    def _hit(self, number: int) -> None:
        page = self.pages.currentWidget()
        if page is self.hits:
            self.hits.choose(number)
        elif page is self.register:
            self.register.choose(number)

    def _clear(self) -> None:
        self.scan.clear()
        if self.pages.currentWidget() is self.register and self.register.asking:
            self.register.ask_no_more()
        else:
            self.cleared.emit()
