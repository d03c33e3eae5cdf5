"""An operation at work: its lots, what is open before it can be closed, and the last button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.session.check_list import CheckList
from fieldapp.ui.session.count_panel import CountPanel
from fieldapp.ui.session.lots_table import LotsTable
from fieldapp.ui.session.state import OpenState
from fieldapp.ui.side_by_side import SideBySide
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, card, label, one_line
from fieldapp.ui.wrapping import Wrapping, key_row

_ALMOST_ALL = 100
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OldBanner(QFrame):
    """Asks about an operation that was left open: go on, or close it."""

    go_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "wait")
        self.words = label(tone="wait", wrap=True)
        self.keep = DeskButton(self.tr("Go on with it"), "small", "F7")
        self.keep.clicked.connect(self.go_on)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 8, 12, 8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.keep)


class OpenPage(QWidget):
    """Asks by signals, never acts."""

    add_requested = Signal()
    print_requested = Signal()
    close_requested = Signal()
    booked_requested = Signal()
    workbook_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.opened = label(size="title"), one_line(tone="muted")
        self.aside = one_line(tone="muted")
        self.old = OldBanner()
        self.table, self.count, self.checks = LotsTable(), CountPanel(), CheckList()
        words = self.tr("No vials are loaded yet. Add them before the first dose.")
        self.none = label(words, tone="muted", wrap=True)
        self.said = label(wrap=True)
        self.said.hide()
        self.add = DeskButton(self.tr("Add vials"), "action", "F3")
        self.print = DeskButton(self.tr("Summary so far"), "action", "Ctrl P")
        self.booked = DeskButton(self.tr("Booked today"), "action", "Ctrl B")
        self.booked.clicked.connect(self.booked_requested)
        self.offer_bookings(False)
        self.workbook = DeskButton(self.tr("Workbook"), "action", "Ctrl E")
        self.workbook.clicked.connect(self.workbook_requested)
        self.close_it = DeskButton("", "primary", "F9")
        self.add.clicked.connect(self.add_requested)
        self.print.clicked.connect(self.print_requested)
        self.close_it.clicked.connect(self.close_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addWidget(self.old)
        layout.addWidget(self._middle(), 1)
        layout.addWidget(self.said)
        keys = (self.add, self.print, self.booked, self.workbook)
        layout.addLayout(key_row(*keys, widest=self.close_it))

    def _head(self) -> Wrapping:
        self.aside.setAlignment(_RIGHT)
        self.aside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return Wrapping(self.title, self.opened, self.aside, spacing=26)

    def _middle(self) -> Body:
        frame = card(margins=(6, 6, 6, 6))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.setSpacing(0)
            inside.addWidget(self.table, _ALMOST_ALL)
            inside.addWidget(self.none)
            inside.addWidget(self.count)
            inside.addStretch(1)
        self.none.setContentsMargins(16, 12, 16, 12)
        middle = QVBoxLayout()
        middle.addWidget(SideBySide(frame, self.checks, shares=(17, 9), spacing=14))
        return Body(middle)

    def show_open(self, state: OpenState) -> None:
        """Fill the page."""
        self.title.setText(state.title)
        self.opened.setText(state.opened)
        self.aside.setText(state.aside)
        self.old.setVisible(bool(state.old))
        self.old.words.setText(state.old)
        chosen = state.count.key if state.count else None
        self.table.show_rows(state.rows, chosen)
        self.table.setVisible(bool(state.rows))
        self.none.setVisible(not state.rows)
        self.count.show_count(state.count)
        self.checks.show_items(state.checks)
        self.close_it.setText(state.close)
        self.close_it.setEnabled(state.may_close)

    def offer_bookings(self, any_today: bool) -> None:
        """Whether somebody has booked for today."""
        self.booked.setVisible(any_today)

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of the last thing that was asked."""
        tell(self.said, words, tone)
