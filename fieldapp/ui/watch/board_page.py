"""The board: everybody who is watched, who may leave first. Any number of people, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.desk.record_guard import RecordGuard
from fieldapp.ui.desk.scan_box import ScanBox
from fieldapp.ui.theme import scaled
from fieldapp.ui.told import tell
from fieldapp.ui.watch.state import BoardState, CardState
from fieldapp.ui.watch.watch_card import WatchCard
from fieldapp.ui.widgets import DeskButton, label, one_line, row, set_tone

COLUMNS = 3
_CARD = 320


class BoardPage(QWidget):
    """The focus is on who may leave, unless somebody else was chosen by hand."""

    leave_requested = Signal(object)
    reaction_requested = Signal(object)
    undo_requested = Signal()
    forgotten_requested = Signal()
    reports_requested = Signal()
    sound_requested = Signal()

    def __init__(self, guard: RecordGuard) -> None:
        super().__init__()
        self._guard = guard
        self._by_hand, self._undo_words = False, ""
        self.columns = COLUMNS
        self.cards: list[WatchCard] = []
        self.title, self.rule = label(size="title"), label(tone="muted", wrap=True)
        self.rule.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.finder = ScanBox()
        self.finder.hide()
        self.said, self.nobody = one_line(tone="info"), label(tone="muted", wrap=True)
        self.nobody.setText(
            self.tr("Everybody who gets a dose here appears by themselves. Scan somebody to find "
                    "them, or to report a reaction to an earlier dose.")
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addWidget(self._scrolled(), 1)
        layout.addLayout(self._left_over())
        layout.addLayout(self._foot())
        self.say("")

    def _head(self) -> QHBoxLayout:
        head = row(self.title, spacing=24)
        head.addWidget(self.rule, 1)
        head.addWidget(self.finder, 1)
        return head

    def _scrolled(self) -> QScrollArea:
        holder = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(14)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.nobody)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holder)
        return self._scroll

    def _left_over(self) -> QHBoxLayout:
        self.forgotten_words = label(tone="wait")
        self.forgotten = DeskButton(self.tr("They have all left"), "small")
        self.forgotten.clicked.connect(self.forgotten_requested)
        return row(self.forgotten_words, self.forgotten, 1)

    def _foot(self) -> QHBoxLayout:
        self.undo = DeskButton(self.tr("Undo"), "small", "Ctrl Z")
        self.reports = DeskButton("", "small", "F4")
        self.sound = DeskButton("", "small")
        self.undo.clicked.connect(self.undo_requested)
        self.reports.clicked.connect(self.reports_requested)
        self.sound.clicked.connect(self.sound_requested)
        foot = row(self.said, self.undo, self.reports, self.sound)
        foot.setStretch(0, 1)
        return foot

    def show_board(self, state: BoardState) -> None:
        """Show who is watched. Whoever has the focus keeps it while they are here."""
        before = self.focused
        self.title.setText(state.title)
        self.rule.setText(state.rule)
        self._show_cards(state.cards)
        self.nobody.setVisible(not state.cards)
        self.undo.setVisible(bool(state.undo))
        self.undo.setAccessibleDescription(state.undo)
        self.forgotten.setVisible(bool(state.forgotten))
        tell(self.forgotten_words, state.forgotten)
        self.reports.setText(self.tr("Reports: {count}").format(count=state.reports))
        self.sound.setText(self.tr("Sound: on") if state.sound else self.tr("Sound: off"))
        if state.undo != self._undo_words or not self.said.text():
            self._undo_words = state.undo
            self.say(state.undo)
        gone = before is not None and all(before.dose_ids != c.dose_ids for c in state.cards)
        if gone:
            self._by_hand = False
            self._guard.disturbed()
        if self._has_the_focus():
            self._focus_again(keep=not gone)

    def say(self, words: str, tone: str = "info") -> None:
        """Tell what happened, below the cards; nothing: what the keys do."""
        keys = self.tr("F9 leaves · F6 reaction · arrows: another person")
        self.said.setText(words or (keys if self.cards else ""))
        set_tone(self.said, tone if words else "muted")

    @property
    def focused(self) -> CardState | None:
        """Whose card has the focus."""
        card = self._focused_card()
        return card.state if card is not None else None

    def arrive(self) -> None:
        """Take the focus to who may leave."""
        self._by_hand = False
        self._focus_again()

    def look_for(self, event: QKeyEvent) -> None:
        """Take what is typed or scanned: the box for it comes by itself, and goes again."""
        self.rule.hide()
        self.finder.show()
        self.finder.feed(event)

    def found(self) -> None:
        """Put the box away; the focus is with the cards again."""
        self.finder.clear()
        self.finder.hide()
        self.rule.show()
        self._focus_again()

    def move(self, steps: int) -> None:  # type: ignore[override]  # nobody places this page by hand
        """Take the focus to another card, so many further on."""
        card = self._focused_card()
        if self.cards:
            at = self.cards.index(card) if card is not None else 0
            self._by_hand = True
            self._focus(self.cards[max(0, min(len(self.cards) - 1, at + steps))])

    def move_rows(self, rows: int) -> None:
        """Take the focus to the card below, or above, so many rows further on."""
        self.move(rows * self.columns)

    def choose(self, dose_id: bytes) -> bool:
        """Take the focus to somebody; whether they are on the board."""
        for card in self.cards:
            if card.state is not None and dose_id in card.state.dose_ids:
                self._by_hand = True
                self._focus(card)
                return True
        return False

    def press_leave(self) -> None:
        """What F9 does: the first button of the card that has the focus."""
        state = self.focused
        if state is not None and self._guard.is_open():
            self.leave_requested.emit(state)

    def press_reaction(self) -> None:
        """What F6 does: a reaction of whose card has the focus."""
        state = self.focused
        if state is not None:
            self.reaction_requested.emit(state)

    def _show_cards(self, states: tuple[CardState, ...]) -> None:
        there = {card.state.dose_ids: card for card in self.cards if card.state is not None}
        self.cards = []
        for state in states:
            card = there.pop(state.dose_ids, None) or self._new_card()
            card.show_card(state)
            card.set_low(len(states) > COLUMNS)
            self.cards.append(card)
        for gone in there.values():
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._lay_cards()
        for card, follower in zip(self.cards, self.cards[1:], strict=False):
            QWidget.setTabOrder(card.reaction, follower.leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards side by side as have room for their words."""
        super().resizeEvent(event)
        gap = self._grid.spacing()
        room = (self.width() + gap) // (scaled(_CARD) + gap)
        columns = max(1, min(COLUMNS, room))
        if columns != self.columns:
            self.columns = columns
            self._lay_cards()

    def _lay_cards(self) -> None:
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, int(column < self.columns))
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // self.columns, number % self.columns)

    def _new_card(self) -> WatchCard:
        card = WatchCard()
        card.leave_requested.connect(self.leave_requested)
        card.reaction_requested.connect(self.reaction_requested)
        return card

    def _focused_card(self) -> WatchCard | None:
        now = self.focusWidget()
        return next((c for c in self.cards if now is not None and c.isAncestorOf(now)), None)

    def _has_the_focus(self) -> bool:
        now = self.window().focusWidget()
        ours = now is self or (now is not None and self.isAncestorOf(now))
        return self.isVisible() and (ours or now is None or not now.isVisible())

    def _focus_again(self, *, keep: bool = True) -> None:
        if self.finder.isVisible():
            return
        kept = self.focused if keep else None
        if kept is not None and (self._by_hand or kept.is_ready):
            return
        ready = (card for card in self.cards if card.state is not None and card.state.is_ready)
        if self.cards:
            self._focus(next(ready, self.cards[0]))
        else:
            self.setFocus()

    def _focus(self, card: WatchCard) -> None:
        if self._focused_card() is not card:
            self._guard.disturbed()
            card.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(card, 0, 8)
