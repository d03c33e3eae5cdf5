"""The desk when nobody is at it, when a scan means several people, and when a reason is asked."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.desk.state import Hit, ReasonState
from fieldapp.ui.widgets import DeskButton, IconLabel, card, clear, key_cap, label, row
from fieldapp.ui.wrapping import key_row


class EmptyPage(QWidget):
    """Next person, please."""

    new_person = Signal()
    put_aside_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        frame = card()
        inside = frame.layout()
        icon = IconLabel("scan-barcode", "accent", 84)
        title = label(self.tr("Next person, please"), size="verdict")
        words = label(
            self.tr("Scan an ID card, a passport or a phone number. No papers? Type a name."),
            tone="muted",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.new = DeskButton(self.tr("New person"), "action", "F2")
        self.new.setMinimumWidth(210)
        self.new.clicked.connect(self.new_person)
        self.put_aside = DeskButton("", "notice", "Ctrl H", "triangle-alert")
        self.put_aside.clicked.connect(self.put_aside_requested)
        if isinstance(inside, QVBoxLayout):
            inside.addStretch(1)
            for part in (icon, title):
                inside.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
                inside.addSpacing(8)
            inside.addWidget(words)
            inside.addSpacing(8)
            inside.addLayout(row(1, self.new, 1))
            inside.addStretch(1)
            inside.addLayout(row(1, self.put_aside, 1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self.show_put_aside(0)

    def show_put_aside(self, count: int) -> None:
        """How many records the hub has put aside; nothing is said of none."""
        self.put_aside.setText(self.tr("Put aside by the hub: {n}").format(n=count))
        self.put_aside.setVisible(count > 0)


class HitsPage(QWidget):
    """Several people may be meant: the nurse chooses, by number key or click."""

    chosen = Signal(bytes)
    new_person = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label(self.tr("Who is it?"), size="title")
        self._hits: list[Hit] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        inner = QVBoxLayout()
        inner.addLayout(self._list)
        inner.addStretch(1)
        new = DeskButton(self.tr("None of these: new person"), "action", "F2")
        new.setMinimumWidth(320)
        new.clicked.connect(self.new_person)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(Body(inner), 1)
        layout.addLayout(row(new, 1))

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Offer these people."""
        self._hits = list(hits)
        clear(self._list)
        for number, hit in enumerate(hits, start=1):
            button = DeskButton(hit.name, "hit")
            button.set_note(hit.detail)
            button.clicked.connect(lambda _=False, who=hit.client_id: self.chosen.emit(who))
            line = row(key_cap(f"Alt {number}") if number < 10 else label(), button)
            line.setStretch(1, 1)
            self._list.addLayout(line)

    def choose(self, number: int) -> None:
        """Choose by number, from 1."""
        if 1 <= number <= len(self._hits):
            self.chosen.emit(self._hits[number - 1].client_id)


class ReasonPage(QWidget):
    """One reason by its number, then F9; Esc goes back. A scan into this page chooses nothing."""

    confirmed = Signal(str, str)
    edited = Signal(str, str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label(size="title", wrap=True)
        self._reasons: tuple[tuple[str, str], ...] = ()
        self.buttons: list[DeskButton] = []
        self._chosen = -1
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("In your words"))
        self.text.setPlaceholderText(self.tr("In your words"))
        self.text.textChanged.connect(self._refresh)
        self.text.editingFinished.connect(self._edited)
        self.cancel = DeskButton(self.tr("Back"), "action", "Esc")
        self.cancel.setMinimumWidth(150)
        self.cancel.clicked.connect(self.cancelled)
        self.confirm = DeskButton("", "primary", "F9")
        self.confirm.clicked.connect(self.submit)
        frame = card(margins=(24, 20, 24, 20))
        inside = frame.layout()
        body = QVBoxLayout()
        body.addLayout(self._list)
        self.answer = row(self.text)
        body.addLayout(self.answer)
        body.addStretch(1)
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.title)
            inside.addWidget(Body(body), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(frame, 1)
        layout.addLayout(key_row(self.cancel, widest=self.confirm))

    def show_reasons(self, state: ReasonState) -> None:
        """Ask; nothing is chosen at first."""
        self.title.setText(state.title)
        self.confirm.setText(state.confirm)
        self._reasons, self._chosen = state.reasons, -1
        clear(self._list)
        self.buttons = []
        for number, (_, words) in enumerate(state.reasons):
            button = DeskButton(f"{number + 1}   {words}", "hit")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, which=number: self.choose(which))
            self.buttons.append(button)
        for left, right in zip_longest(self.buttons[::2], self.buttons[1::2]):
            pair = row(left, right or QWidget(), spacing=8)
            pair.setStretch(0, 1)
            pair.setStretch(1, 1)
            self._list.addLayout(pair)
        self.text.clear()
        self.text.setVisible(state.free_text)
        self._refresh()
        (self.text if state.free_text and not state.reasons else self).setFocus()

    def choose(self, which: int) -> None:
        """Choose the reason of this number, from 0."""
        if 0 <= which < len(self._reasons):
            self._chosen = which
            self._edited()
        self._refresh()

    def put(self, code: str, words: str) -> None:
        """Put back what was chosen and typed before."""
        codes = [reason for reason, _ in self._reasons]
        self._chosen = codes.index(code) if code in codes else -1
        self.text.setText(words)
        self._refresh()

    def submit(self) -> None:
        """Ask to go on, once a reason is there."""
        if self.confirm.isEnabled():
            self.confirmed.emit(*self._answer)

    @property
    def _answer(self) -> tuple[str, str]:
        code = self._reasons[self._chosen][0] if self._chosen >= 0 else ""
        return code, self.text.text().strip()

    def _edited(self) -> None:
        self.edited.emit(*self._answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._chosen = -1  # digits that end with Enter were a scan, not a choice
            self._refresh()
        elif event.text().isdigit() and self._reasons:
            self.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        for number, button in enumerate(self.buttons):
            button.setChecked(number == self._chosen)
        words = bool(self.text.text().strip())
        self.confirm.setEnabled(self._chosen >= 0 if self._reasons else words)
