"""The session room as one screen: the form, the day, the count, the end. Asks by signals only."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.bookings.board_page import BoardPage as BookedPage
from fieldapp.ui.desk.side_pages import ReasonPage
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.form_page import FormPage, FormState
from fieldapp.ui.keys import bind
from fieldapp.ui.room_stack import RoomStack
from fieldapp.ui.session.closed_page import ClosedPage
from fieldapp.ui.session.load_page import LoadPage
from fieldapp.ui.session.open_page import OpenPage
from fieldapp.ui.session.start_page import StartPage
from fieldapp.ui.session.state import ClosedState, OpenState, WasteState
from fieldapp.ui.session.waste_page import WastePage
from fieldapp.ui.session.workbook_page import WorkbookPage


class SessionScreen(QWidget):
    """Where a day begins and ends."""

    next_requested = Signal()
    add_requested = Signal()
    print_requested = Signal()
    close_requested = Signal()
    go_on_requested = Signal()
    waste_requested = Signal()
    waste_confirmed = Signal(str, str, str)
    reason_confirmed = Signal(str, str)
    cancelled = Signal()
    booked_requested = Signal()
    workbook_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.start, self.open, self.load = StartPage(), OpenPage(), LoadPage()
        self.waste, self.reason = WastePage(), ReasonPage()
        self.second, self.keep = FormPage(), FormPage()
        self.closed, self.booked, self.workbook = ClosedPage(), BookedPage(), WorkbookPage()
        self.pages = RoomStack()
        asked = (self.load, self.waste, self.reason, self.second, self.keep)
        self._over: tuple[QWidget, ...] = (*asked, self.booked, self.workbook)
        for page in (self.start, self.open, *self._over, self.closed):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self.pages)
        self._connect()
        self._bind_keys()

    def arrive(self) -> None:
        """The first thing to type or press has the focus."""
        page = self._page
        if page is self.start:
            self.start.arrive()
        elif page is self.load:
            self.load.arrive()
        elif page is self.booked:
            self.booked.arrive()
        elif page is self.open and self.open.count.isVisible():
            self.open.count.edit.setFocus()
        else:
            page.setFocus()

    def show_start(self) -> None:
        """The morning's form."""
        self._show(self.start)

    def show_open(self, state: OpenState) -> None:
        """The operation at work; a page that lies over it stays."""
        self.open.show_open(state)
        if self._page not in self._over:
            self._show(self.open)

    def go_to_open(self) -> None:
        """Leave whatever lies over the operation."""
        self._show(self.open)

    def show_load(self) -> None:
        """More vials."""
        self._show(self.load)

    def show_waste(self, state: WasteState) -> None:
        """Ask what was wasted and why."""
        self.pages.setCurrentWidget(self.waste)
        self.waste.show_waste(state)

    def show_reason(self, state: ReasonState) -> None:
        """Ask why the cash differs."""
        self.pages.setCurrentWidget(self.reason)
        self.reason.show_reasons(state)

    def show_second(self, state: FormState) -> None:
        """Ask for somebody who may close it."""
        self.pages.setCurrentWidget(self.second)
        self.second.show_form(state)

    def show_keep(self, state: FormState) -> None:
        """Ask what must be so before an open vial is kept."""
        self.pages.setCurrentWidget(self.keep)
        self.keep.show_form(state)

    def show_booked(self) -> None:
        """Who has booked for today."""
        self._show(self.booked)

    @property
    def shows_booked(self) -> bool:
        """Whether the list of who has booked is shown."""
        return self._page is self.booked

    def show_workbook(self) -> None:
        """The session as a workbook."""
        self._show(self.workbook)

    def show_closed(self, state: ClosedState) -> None:
        """The end of the day."""
        self.closed.show_closed(state)
        self._show(self.closed)

    def show_fault(self, words: str) -> None:
        """Say what went wrong where it happened."""
        page = self._page
        if page is self.start:
            self.start.show_fault_where(self.focusWidget(), words)
        elif page is self.load:
            self.load.loads.say(words, "stop")
        elif page is self.waste:
            self.waste.show_fault(words)
        elif page in (self.second, self.keep):
            page.show_fault(words)
        elif page is self.booked:
            self.booked.say(words, "stop")
        elif page is self.workbook:
            self.workbook.show_fault(words)
        else:
            self.open.say(words, "stop")

    @property
    def _page(self) -> QWidget:
        return cast(QWidget, self.pages.currentWidget())  # there is always one

    def _show(self, page: QWidget) -> None:
        if self._page is not page:
            self.pages.setCurrentWidget(page)
            if self.isVisible():
                self.arrive()

    def _connect(self) -> None:
        self.open.add_requested.connect(self.add_requested)
        self.open.print_requested.connect(self.print_requested)
        self.open.close_requested.connect(self.close_requested)
        self.open.old.go_on.connect(self.go_on_requested)
        self.open.count.waste_requested.connect(self.waste_requested)
        self.waste.wasted.connect(self.waste_confirmed)
        self.reason.confirmed.connect(self.reason_confirmed)
        self.closed.next_requested.connect(self.next_requested)
        self.closed.print_requested.connect(self.print_requested)
        self.open.booked_requested.connect(self.booked_requested)
        self.open.workbook_requested.connect(self.workbook_requested)
        self.start.workbook_requested.connect(self.workbook_requested)
        asked = (self.waste, self.reason, self.second, self.keep)
        for page in (*asked, self.booked, self.workbook):
            page.cancelled.connect(self.cancelled)
        self.load.done.connect(self.cancelled)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F2": self.next_requested.emit,
            "F3": self._add,
            "F4": self._to_desk_or_bring,
            "Ctrl+E": self._workbook,
            "Ctrl+B": self._booked,
            "F9": self._go_on,
            "Ctrl+Return": self._go_on,
            "Ctrl+Enter": self._go_on,
            "Ctrl+P": self._print,
            "Ctrl+W": self._waste,
            "F7": self._keep,
            "Esc": self._back,
        }
        for key, act in keys.items():
            bind(self, key, act)

    def _go_on(self) -> None:
        """F9: whatever the big button of this page does."""
        page = self._page
        if page is self.start:
            self.start.submit()
        elif page is self.waste:
            self.waste.submit()
        elif page is self.reason:
            self.reason.submit()
        elif page in (self.second, self.keep, self.booked, self.workbook):
            page.submit()
        elif page is self.open:
            self.close_requested.emit()  # refused with words when something is open

    def _add(self) -> None:
        if self._page is self.open:
            self.add_requested.emit()
        elif self._page is self.booked and self.booked.other.isVisible():
            self.booked.other_requested.emit()
        elif self._page is self.workbook and self.workbook.write.isVisible():
            self.workbook.write_requested.emit()

    def _booked(self) -> None:
        if self._page is self.open and self.open.booked.isVisible():
            self.booked_requested.emit()

    def _to_desk_or_bring(self) -> None:
        if self._page is self.booked:
            self.booked.to_desk()
        elif self._page is self.workbook:
            self.workbook.bring_requested.emit()

    def _workbook(self) -> None:
        if self._page in (self.start, self.open, self.closed):
            self.workbook_requested.emit()

    def _print(self) -> None:
        if self._page in (self.open, self.closed):
            self.print_requested.emit()

    def _waste(self) -> None:
        if self._page is self.open and self.open.count.waste.isVisible():
            self.waste_requested.emit()

    def _keep(self) -> None:
        if self._page is self.open and self.open.old.isVisible():
            self.go_on_requested.emit()

    def _back(self) -> None:
        if self._page in self._over:
            self.cancelled.emit()
