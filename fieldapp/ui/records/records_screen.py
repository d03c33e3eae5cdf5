"""The records page: a scan box, the list, and the questions that a correction asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.desk.scan_box import ScanBox
from fieldapp.ui.desk.side_pages import ReasonPage
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.form_page import FormPage, FormState
from fieldapp.ui.keys import bind
from fieldapp.ui.records.list_page import ListPage
from fieldapp.ui.records.pair_page import PairPage
from fieldapp.ui.records.state import PairState, RecordsState
from fieldapp.ui.room_stack import RoomStack


class RecordsScreen(QWidget):
    """What is on record, and what to do about it. Asks by signals, never acts."""

    scanned = Signal(str)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.scan = ScanBox()
        self.list, self.pair = ListPage(), PairPage()
        self.form, self.reason = FormPage(), ReasonPage()
        self.pages = RoomStack()
        for page in (self.list, self.pair, self.form, self.reason):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.scan)
        layout.addWidget(self.pages, 1)
        self.scan.scanned.connect(self.scanned)
        for page in (self.list, self.pair, self.form, self.reason):
            page.cancelled.connect(self.cleared)
        self._bind_keys()

    def arrive(self) -> None:
        """Whatever is scanned or typed next goes into the box."""
        self.scan.edit.setFocus()

    def show_records(self, state: RecordsState) -> None:
        """The list."""
        self.pages.setCurrentWidget(self.list)
        self.list.show_records(state)
        self.scan.edit.setFocus()

    def show_pair(self, state: PairState) -> None:
        """Two registrations side by side."""
        self.pages.setCurrentWidget(self.pair)
        self.pair.show_pair(state)
        self.scan.edit.setFocus()

    def show_form(self, state: FormState) -> None:
        """A few fields are asked."""
        self.pages.setCurrentWidget(self.form)
        self.form.show_form(state)

    def show_reasons(self, state: ReasonState) -> None:
        """A reason is asked."""
        self.pages.setCurrentWidget(self.reason)
        self.reason.show_reasons(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever is typed while nothing takes it goes to the scan box."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and self.pages.currentWidget() in (self.list, self.pair):
            self.scan.feed(event)
        else:
            super().keyPressEvent(event)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F4": partial(self._on, self.list, self.list.correct),
            "F6": self._f6,
            "F9": self._go_on,
            "Ctrl+Return": self._go_on,
            "Ctrl+Enter": self._go_on,
            "Esc": self._clear,
        }
        for number in range(1, 10):
            choose = partial(self.list.choose, number)
            keys[f"Alt+{number}"] = partial(self._on, self.list, choose)
        for key, act in keys.items():
            bind(self, key, act)

    def _on(self, page: QWidget, act: Callable[[], object]) -> None:
        if self.pages.currentWidget() is page:
            act()

    def _f6(self) -> None:
        self._on(self.list, self.list.strike_through)
        self._on(self.pair, self.pair.tell_apart)

    def _go_on(self) -> None:
        """F9: whatever the big button of this page does."""
        for page in (self.pair, self.form, self.reason):
            if self.pages.currentWidget() is page:
                page.submit()
                return

    def _clear(self) -> None:
        self.scan.clear()
        self.cleared.emit()
