"""The AEFI form: a number for what was seen, F7 or which for serious, F9; the rest can follow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui.body import Body
from fieldapp.ui.field_grid import FieldGrid
from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.room_stack import RoomStack
from fieldapp.ui.told import tell
from fieldapp.ui.watch.reaction_parts import ReactionBoxes, SeriousBox
from fieldapp.ui.watch.state import ReactionForm, ReactionState
from fieldapp.ui.widgets import DeskButton, label, one_line, row, set_tone
from fieldapp.ui.wrapping import Wrapping, key_row

SCAN_MS = 600
"""The longest that a scanner takes to type one code."""


class ReactionPage(QWidget):
    """Digits tick what was seen as long as no text field has the focus. A scan ticks nothing."""

    saved = Signal(object)
    edited = Signal(object)
    cancelled = Signal()
    withdraw_requested = Signal()

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._now_ms = now_ms
        self.title, self.dose = one_line(size="title"), one_line(tone="muted")
        self.note = one_line(tone="info")
        self.seen, self.serious = ReactionBoxes(), SeriousBox()
        self._digits: list[tuple[int, int]] = []
        self._make_fields()
        self.message = label(tone="stop", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addLayout(row(self.dose, self.note, spacing=24))
        layout.addWidget(Body(self._questions()), 1)
        layout.addWidget(self.message)
        layout.addLayout(self._actions())
        for part in (self.seen, self.serious):
            part.changed.connect(self._edited)

    def _make_fields(self) -> None:
        hint = self.tr("HH:MM, or with the date")
        self.outcome = Picker(self.tr("Outcome"))
        self.outcome.box.activated.connect(self._edited)
        self.texts = {
            "onset": Field(self.tr("Began at"), hint),
            "treatment": Field(self.tr("Treatment")),
            "description": Field(self.tr("Signs and symptoms")),
            "history": Field(self.tr("Illnesses, allergies, other medicines")),
            "comment": Field(self.tr("Remarks")),
            "reporter": Field(self.tr("Told by, if not you")),
            "reporter_post": Field(self.tr("Their post")),
            "reporter_contact": Field(self.tr("Their phone or e-mail")),
            "notified": Field(self.tr("Told on"), self.tr("YYYY-MM-DD")),
            "diluent_lot": Field(self.tr("Diluent lot")),
            "reconstituted": Field(self.tr("Reconstituted at"), hint),
            "died": Field(self.tr("Date of death"), self.tr("YYYY-MM-DD")),
        }
        for field in self.texts.values():
            field.edit.editingFinished.connect(self._edited)

    def _questions(self) -> QVBoxLayout:
        """What was seen and how serious side by side, where both have room; the fields below."""
        for part in (self.seen, self.serious):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        lines.addLayout(Wrapping(self.seen, self.serious, below=6))
        lines.addWidget(self._details())
        lines.addStretch(1)
        return lines

    def _details(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        first = ("onset", "outcome", "treatment", "description", "history", "comment")
        self.more = RoomStack()
        self.more.addWidget(self._grid(first, 3))
        self.more.addWidget(self._grid(tuple(self.texts)[5:], 4))
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.addWidget(self.more)
        return frame

    def _grid(self, names: tuple[str, ...], columns: int) -> FieldGrid:
        fields = [self.outcome if name == "outcome" else self.texts[name] for name in names]
        return FieldGrid(fields, columns)

    def _actions(self) -> Wrapping:
        self.cancel = DeskButton(self.tr("Back"), "action", "Esc")
        self.cancel.clicked.connect(self.cancelled)
        self.turn = DeskButton(self.tr("More of the form"), "action", "F4")
        self.turn.clicked.connect(self.turn_over)
        self.withdraw = DeskButton(self.tr("Strike through…"), "action")
        self.withdraw.clicked.connect(self.withdraw_requested)
        self.hospital = DeskButton(self.tr("Taken to hospital"), "toggle", "F6")
        self.hospital.setCheckable(True)
        self.hospital.clicked.connect(self._edited)
        self.save = DeskButton(self.tr("Save report"), "primary", "F9")
        self.save.clicked.connect(self.submit)
        others = (self.cancel, self.turn, self.withdraw, self.hospital)
        return key_row(*others, widest=self.save)

    def show_form(self, state: ReactionState) -> None:
        """Start on a report; what was half written is in it already."""
        self.title.setText(state.title)
        self.dose.setText(state.dose)
        tell(self.note, state.note)
        self._digits = []
        self.seen.offer(state.reactions)
        self.serious.criteria.offer(state.criteria)
        self.outcome.offer((("", "–"), *state.outcomes))
        self.withdraw.setVisible(state.may_withdraw)
        self.hospital.setVisible(state.is_watched)
        self.more.setCurrentIndex(0)
        self.fill(state.form)
        self.show_fault("")
        self.setFocus()

    def fill(self, form: ReactionForm) -> None:
        """Put in what was chosen and typed."""
        self.seen.tick(form.reactions)
        self.serious.show_answer(form.serious, form.criteria)
        self.outcome.choose(form.outcome)
        for name, field in self.texts.items():
            field.edit.setText(getattr(form, name))
        self.hospital.setChecked(form.to_hospital)
        self._tell()

    def typed(self) -> ReactionForm:
        """What is chosen and typed."""
        return ReactionForm(
            reactions=self.seen.ticked,
            serious=self.serious.serious,
            criteria=self.serious.criteria.ticked,
            outcome=self.outcome.chosen,
            to_hospital=self.hospital.isChecked() and self.hospital.isVisibleTo(self),
            **{name: field.text for name, field in self.texts.items()},
        )

    def show_fault(self, words: str) -> None:
        """Say what keeps the report from being saved; what was typed stays."""
        tell(self.message, words)

    def submit(self) -> None:
        """Ask to save what is there."""
        self.saved.emit(self.typed())

    def turn_over(self) -> None:
        """Show the other half of the fields."""
        self.more.setCurrentIndex(1 - self.more.currentIndex())
        first = self.texts["reporter" if self.more.currentIndex() else "onset"]
        first.edit.setFocus()

    def toggle_hospital(self) -> None:
        """What F6 does, while the person is here."""
        if self.hospital.isVisible():
            self.hospital.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_back()
        elif event.text().isdigit() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._digits.append((self._now_ms(), int(event.text())))
            self.seen.boxes.toggle(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _take_back(self) -> None:
        """Digits in a burst that ends with Enter were a scan: what they ticked is as it was."""
        since = self._now_ms() - SCAN_MS
        for pressed, digit in self._digits:
            if pressed >= since:
                self.seen.boxes.toggle(digit)
        self._digits = []

    def _edited(self) -> None:
        self._tell()
        self.edited.emit(self.typed())

    def _tell(self) -> None:
        """The word on the big button says what will be saved."""
        is_serious = self.serious.serious == "yes"
        words = self.tr("Save serious report") if is_serious else self.tr("Save report")
        self.save.setText(words)
        set_tone(self.title, "stop" if is_serious else "")
