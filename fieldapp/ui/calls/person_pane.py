"""The person that is called: phone, days, what to read out, and what may come of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.calls.state import Choices, PersonState
from fieldapp.ui.form_page import FormPage, FormState
from fieldapp.ui.room_stack import RoomStack
from fieldapp.ui.theme import is_large, scaled
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import (
    DeskButton,
    IconLabel,
    clear,
    label,
    one_line,
    row,
    set_tone,
)

_STRETCHES, _STRETCHES_LARGE = (30, 30, 36), (1, 1)
_WIDTH, _WIDTH_LARGE = 540, 372
_LONGEST_LARGE = 13
_STEP, _TWO_LINES = 48, 48
_ICONS = {"stop": "triangle-alert", "wait": "clock", "ok": "clock", "info": "info"}


class PersonPane(QWidget):
    """Shows one person, or what is asked about a call to them; asks by signals."""

    outcome_chosen = Signal(str)
    phone_requested = Signal()
    take_back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head, self.talk, self.form = _Head(), _Talk(), FormPage()
        self.nobody = label(tone="muted", wrap=True)
        self.setMinimumWidth(scaled(_WIDTH_LARGE if is_large() else _WIDTH))
        self.pages = RoomStack()
        for page in (self.talk, self.form):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.pages, 1)
        self.talk.outcome_chosen.connect(self.outcome_chosen)
        self.talk.phone.clicked.connect(self.phone_requested)
        self.talk.take_back.clicked.connect(self.take_back_requested)
        self.show_person(None)

    def show_person(self, person: PersonState | None) -> None:
        """Show who is called; None for nobody."""
        self.head.setVisible(person is not None)
        self.pages.setVisible(person is not None)
        if person is not None:
            self.head.show_person(person)
            self.talk.show_person(person)

    def show_form(self, state: FormState) -> None:
        """Ask about a call; the phone stays in sight."""
        self.head.show_less(less=is_large())
        self.pages.setCurrentWidget(self.form)
        self.form.show_form(state)

    def show_talk(self) -> None:
        """Leave the form."""
        self.head.show_less(less=False)
        self.pages.setCurrentWidget(self.talk)

    def scroll_words(self, steps: int) -> None:
        """Show more of what is to be read out."""
        bar = self.talk.area.verticalScrollBar()
        bar.setValue(bar.value() + steps * _STEP)

    @property
    def asks(self) -> bool:
        """Whether a form is open."""
        return self.pages.currentWidget() is self.form


class _Head(QFrame):
    """Who it is, where to call, and since when the dose is due."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name, self.about = one_line(size="title"), one_line(tone="muted")
        self.icon, self.phone = IconLabel("phone", "accent", 32), one_line(size="sum")
        self.sign, self.due = IconLabel("clock", "wait", 22), _giving_way("strong")
        self.rule = _giving_way("small", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 10, 18, 10)
        layout.setSpacing(2)
        layout.addWidget(self.name)
        layout.addWidget(self.about)
        self.language = label(size="strong")
        number = row(self.icon, self.phone, self.language)
        number.setStretch(1, 1)
        layout.addLayout(number)
        due = row(self.sign, self.due, spacing=8)
        due.setStretch(1, 1)
        layout.addLayout(due)
        layout.addWidget(self.rule)

    def show_person(self, person: PersonState) -> None:
        self.name.setText(person.name)
        self.about.setText(person.about)
        self.phone.setText(person.phone)
        self._show_as(_phone_size(person))
        self.language.setText(person.language)
        self.due.setText(person.due)
        set_tone(self.due, person.tone)
        self.sign.set_icon(_ICONS.get(person.tone, "clock"), person.tone)
        self.rule.setText(person.rule)

    def show_less(self, *, less: bool) -> None:
        """Only who and where to call, where a form beside large text needs the room."""
        for part in (self.about, self.sign, self.due, self.rule):
            part.setVisible(not less)

    def _show_as(self, size: str) -> None:
        if self.phone.property("kind") != size:
            self.phone.setProperty("kind", size)
            self.phone.style().unpolish(self.phone)
            self.phone.style().polish(self.phone)


def _giving_way(size: str, tone: str = "") -> QLabel:
    """One line, shortened where it must be; with large text it has two."""
    if not is_large():
        return one_line(size=size, tone=tone)
    made = label(size=size, tone=tone, wrap=True)
    made.setFixedHeight(scaled(_TWO_LINES))
    return made


def _phone_size(person: PersonState) -> str:
    """As large as there is room for: a number must never be cut short."""
    if person.phone_missing:
        return "subtitle"
    if len(person.phone) > _LONGEST_LARGE:
        return "subtitle" if is_large() else "verdict"
    return "verdict" if is_large() else "sum"


class _Talk(QFrame):
    """What to read out, what was said before, and a button for each outcome."""

    outcome_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.off = label(size="strong", tone="wait", wrap=True)
        self.script_title = label(size="heading")
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.asked = label(size="heading")
        self.asked.setText(self.tr("What came of it? Alt and the number"))
        self.phone = DeskButton(self.tr("New number"), "box", "F5")
        self.take_back = DeskButton(self.tr("Take back"), "box", "Ctrl Z")
        self.buttons: dict[str, DeskButton] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 10, 12, 12)
        layout.setSpacing(6)
        layout.addWidget(self.off)
        layout.addWidget(self.script_title)
        layout.addWidget(self._scroll(), 1)
        layout.addWidget(self.asked)
        layout.addLayout(self._grid)

    def _scroll(self) -> QScrollArea:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.addLayout(self.words)
        inside.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(holder)
        return self.area

    def show_person(self, person: PersonState) -> None:
        tell(self.off, person.off)
        self.script_title.setText(person.script_title)
        self.script_title.setVisible(bool(person.script))
        self._show_words(person)
        self._show_buttons(person.outcomes)
        self.take_back.setEnabled(person.may_take_back)
        self.area.verticalScrollBar().setValue(0)

    def _show_words(self, person: PersonState) -> None:
        clear(self.words)
        for part in person.script:
            if part.note:
                self.words.addWidget(label(part.note, size="small", tone="muted", wrap=True))
            self.words.addWidget(label(part.words, wrap=True))
        if person.message:
            self.words.addWidget(label(self.tr("Message of the hub"), size="heading"))
            self.words.addWidget(label(person.message, size="small", wrap=True))
        if person.calls:
            self.words.addWidget(label(self.tr("Calls so far"), size="heading"))
        for said in person.calls:
            self.words.addWidget(label(said, size="small", wrap=True))

    def _show_buttons(self, outcomes: Choices) -> None:
        if list(self.buttons) == [code for code, _ in outcomes]:
            return
        for place, (code, words) in enumerate(outcomes):
            button = DeskButton(words, "box", str((place + 1) % 10))
            button.clicked.connect(lambda _=False, which=code: self.outcome_chosen.emit(which))
            self.buttons[code] = button
        stretches = _STRETCHES_LARGE if is_large() else _STRETCHES
        for place, button in enumerate((*self.buttons.values(), self.phone, self.take_back)):
            self._grid.addWidget(button, place // len(stretches), place % len(stretches))
        for column, stretch in enumerate(stretches):
            self._grid.setColumnStretch(column, stretch)
