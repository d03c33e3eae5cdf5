"""The list on the left, the person on the right; what is typed narrows the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.calls.due_table import DueTable
from fieldapp.ui.calls.person_pane import PersonPane
from fieldapp.ui.calls.state import Choices, FilterState, ListState, Pill
from fieldapp.ui.drop_down import DropDown
from fieldapp.ui.theme import is_large
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import (
    DeskButton,
    IconLabel,
    card,
    label,
    one_line,
    row,
    set_tone,
)


class BoardPage(QWidget):
    """Shows the list; asks by signals."""

    filtered = Signal()
    person_chosen = Signal()
    demand_requested = Signal()
    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.as_of = one_line(size="title"), label(tone="muted")
        self.table, self.pane = DueTable(), PersonPane()
        self.nothing, self.said = label(tone="muted", wrap=True), one_line(tone="info")
        self.said.hide()
        self._pills = QHBoxLayout()
        self._pills.setSpacing(8)
        self._sums: list[_PillLabel] = []
        self.text = QLineEdit()
        self.text.setProperty("role", "filter")
        self.text.setAccessibleName(self.tr("Name or phone"))
        self.text.setPlaceholderText(self.tr("Name or phone"))
        self.show_which, self.place = _drop(self.tr("Which")), _drop(self.tr("Place"))
        self.language, self.phone = _drop(self.tr("Language")), _drop(self.tr("Phone"))
        self.demand = DeskButton(self.tr("Demand"), "small", "F7")
        self.print = DeskButton(self.tr("Print"), "small", "Ctrl P")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(self._left(), 58)
        layout.addWidget(self.pane, 42)
        self._connect()

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        head = row(self.title)
        head.setStretch(0, 1)
        left.addLayout(head)
        if is_large():
            left.addWidget(self.as_of)
        else:
            head.addWidget(self.as_of)
        left.addLayout(self._filters())
        left.addWidget(self._people(), 1)
        left.addWidget(self.said)
        left.addLayout(row(1, self.demand, self.print))
        return left

    def _filters(self) -> QGridLayout:
        """Sums and search beside each other, the lists below; with large text more rows of less."""
        grid = QGridLayout()
        grid.setSpacing(8)
        columns = 2 if is_large() else 4
        grid.addLayout(self._pills, 0, 0, 1, columns)
        if is_large():
            self._pills.addStretch(1)
            grid.addWidget(self.text, 1, 0, 1, columns)
        else:
            self._pills.addWidget(self.text, 1)
        for place, drop in enumerate(self._drops):
            grid.addWidget(drop, 2 + place // columns, place % columns)
            grid.setColumnStretch(place % columns, 1)
        return grid

    def _people(self) -> QFrame:
        frame = card(margins=(3, 3, 3, 3))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.table, 1)
            inside.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        return frame

    @property
    def _drops(self) -> tuple[DropDown, ...]:
        return self.show_which, self.place, self.language, self.phone

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _text: self.filtered.emit())
        for drop in self._drops:
            drop.activated.connect(lambda _at: self.filtered.emit())
        self.table.person_chosen.connect(self.person_chosen)
        self.demand.clicked.connect(self.demand_requested)
        self.print.clicked.connect(self.print_requested)

    def show_list(self, state: ListState) -> None:
        """Show the people that the filters leave."""
        self.title.setText(state.title)
        self.as_of.setText(state.as_of)
        self.as_of.setToolTip(state.locked)
        self.as_of.setAccessibleDescription(state.locked)
        set_tone(self.as_of, "wait" if state.locked else "muted")
        self._show_pills(state.pills)
        self.table.setVisible(bool(state.lines))
        self.nothing.setVisible(not state.lines)
        self.nothing.setText(state.nothing)
        self.table.show_people(state.lines)

    def show_filters(self, state: FilterState) -> None:
        """Offer these; what is chosen stays chosen while it is there."""
        offered = (state.shows, state.places, state.languages, state.phones)
        for drop, choices in zip(self._drops, offered, strict=True):
            _offer(drop, choices)

    def say(self, words: str, tone: str = "info") -> None:
        """Tell what happened, below the list."""
        tell(self.said, words, tone)

    def look_for(self, event: QKeyEvent) -> None:
        """What is typed over the list begins or goes on with a search."""
        self.text.setFocus()
        self.text.insert(event.text())

    def clear_filters(self) -> bool:
        """All to call again; whether anything was narrowed."""
        narrowed = bool(self.text.text()) or any(drop.currentIndex() > 0 for drop in self._drops)
        for drop in self._drops:
            drop.setCurrentIndex(0)
        with QSignalBlocker(self.text):
            self.text.clear()
        if narrowed:
            self.filtered.emit()
        return narrowed

    def chosen_filter(self, drop: DropDown) -> str:
        """The code of what is chosen."""
        return str(drop.currentData() or "")

    def arrive(self) -> None:
        """Take the focus to the list, or to the form that is open."""
        if self.pane.asks:
            self.pane.form.setFocus()
        else:
            (self.table if self.table.isVisibleTo(self) else self.text).setFocus()

    def _show_pills(self, pills: Sequence[Pill]) -> None:
        for shown in self._sums:
            self._pills.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._sums = [_PillLabel(pill) for pill in pills]
        for place, made in enumerate(self._sums):
            self._pills.insertWidget(place, made)


class _PillLabel(QFrame):
    """A sum: icon, words, border and ground of its tone."""

    def __init__(self, pill: Pill) -> None:
        super().__init__()
        self.setProperty("role", "tone_pill")
        self.setProperty("tone", pill.tone)
        words = QLabel(pill.words)
        words.setProperty("kind", "small_strong")
        words.setProperty("tone", pill.tone)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 10, 2)
        layout.setSpacing(6)
        layout.addWidget(IconLabel(pill.icon, pill.tone, 16))
        layout.addWidget(words)


def _drop(words: str) -> DropDown:
    made = DropDown()
    made.setMinimumContentsLength(3)
    made.setAccessibleName(words)
    made.setProperty("role", "filter")
    return made


def _offer(drop: DropDown, choices: Choices) -> None:
    before = drop.currentData()
    if [drop.itemData(at) for at in range(drop.count())] == [code for code, _ in choices]:
        return
    drop.clear()
    for code, words in choices:
        drop.addItem(words, code)
    drop.setCurrentIndex(max(0, drop.findData(before)))
