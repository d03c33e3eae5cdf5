"""The doctor page: a card for each thing that was looked at, worst first, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.ui.doctor.doctor_card import DoctorCard
from fieldapp.ui.doctor.state import DoctorItem
from fieldapp.ui.keys import bind
from fieldapp.ui.widgets import DeskButton, label, row, set_tone
from fieldapp.ui.wrapping import key_row

_COLUMNS = 2


class DoctorPage(QWidget):
    """Asks to look again, for the support file, the people, the set-up, another time to lock."""

    look_requested = Signal()
    support_requested = Signal()
    people_requested = Signal()
    set_up_requested = Signal()
    lock_time_requested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.items: tuple[DoctorItem, ...] = ()
        self.said = label(tone="muted", wrap=True)
        self.again = DeskButton(self.tr("Look again"), "action", "F5")
        self.back = DeskButton(self.tr("Back"), "action", "Esc")
        self.people = DeskButton(self.tr("People…"), "action", "Ctrl U")
        self.set_up = DeskButton(self.tr("Set-up…"), "action", "Ctrl 0")
        self.lock_time = DeskButton("", "action", "F4")
        self.support = DeskButton(self.tr("Write support file"), "primary", "F9")
        self._cards = QGridLayout()
        self._shown: list[DoctorCard] = []
        self._area = QScrollArea()
        self._lay_out()
        self._bind()

    def _lay_out(self) -> None:
        title = label(self.tr("How this laptop is"), size="title")
        self._cards.setContentsMargins(0, 0, 8, 0)
        self._cards.setSpacing(10)
        for column in range(_COLUMNS):
            self._cards.setColumnStretch(column, 1)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(self._cards)
        lines.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(self.tr("How this laptop is"))
        self._area.setWidget(holder)
        others = (self.back, self.again, self.lock_time, self.people, self.set_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(row(title, self.said, spacing=24))
        layout.addWidget(self._area, 1)
        layout.addLayout(key_row(*others, widest=self.support))

    def _bind(self) -> None:
        deeds = (
            ("F5", self.again, self.look_requested),
            ("Esc", self.back, self.left),
            ("F4", self.lock_time, self.lock_time_requested),
            ("F9", self.support, self.support_requested),
        )
        for key, button, asked in deeds:
            button.clicked.connect(asked)
            bind(self, key, _pressed(button))
        self.people.clicked.connect(self.people_requested)
        self.set_up.clicked.connect(self.set_up_requested)

    def arrive(self) -> None:
        """The arrows go up and down."""
        self._area.setFocus()

    def show_items(self, items: Sequence[DoctorItem]) -> None:
        """The cards, in reading order; those that there are stay, and say what is new."""
        self.items = tuple(items)
        for number in range(len(self._shown), len(items)):
            card = DoctorCard()
            self._shown.append(card)
            self._cards.addWidget(card, number // _COLUMNS, number % _COLUMNS)
        for card, item in zip(self._shown, items, strict=False):
            card.show_item(item)
        for card in self._shown[len(items) :]:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        del self._shown[len(items) :]

    def show_open(self, unlocked: bool) -> None:
        """At the lock only what needs no journal is offered."""
        for button in (self.again, self.support, self.people, self.set_up, self.lock_time):
            button.setVisible(unlocked)

    def show_lock_time(self, words: str) -> None:
        """When the laptop locks by itself."""
        self.lock_time.setText(words)
        self.lock_time.updateGeometry()

    def say(self, words: str, tone: str = "muted") -> None:
        """What came of the support file."""
        self.said.setText(words)
        set_tone(self.said, tone)


def _pressed(button: DeskButton) -> Callable[[], None]:
    def press() -> None:
        if button.isVisible():
            button.click()

    return press
