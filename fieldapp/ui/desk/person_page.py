"""The person at the desk: who, the verdict, the questions, the vial, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.body import Body
from fieldapp.ui.desk.person_card import PersonCard
from fieldapp.ui.desk.questions_card import QuestionsCard
from fieldapp.ui.desk.state import PersonPageState, VerdictState
from fieldapp.ui.desk.vial_card import VialCard
from fieldapp.ui.told import tell
from fieldapp.ui.widgets import DeskButton, IconLabel, label, one_line, set_tone
from fieldapp.ui.wrapping import Wrapping, key_row


class VerdictBanner(QFrame):
    """The biggest thing on the desk: icon, words, colour and border together."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self.icon = IconLabel("circle-check", "ok", 46)
        self.title, self.reason = label(size="verdict"), label(wrap=True)
        self.rule = one_line(size="small", tone="muted")
        self._words = QGridLayout()
        self._words.setVerticalSpacing(1)
        self._words.setHorizontalSpacing(24)
        self._words.setColumnStretch(1, 1)
        self._words.addWidget(self.title, 0, 0)
        self._words.addWidget(self.reason, 1, 0, 1, 2)
        self.set_compact(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 4)
        layout.setSpacing(18)
        layout.addWidget(self.icon)
        layout.addLayout(self._words, 1)

    def set_compact(self, compact: bool) -> None:
        """Put the rule beside the title instead of below the reason."""
        place = (0, 1, 1, 1) if compact else (2, 0, 1, 2)
        self._words.removeWidget(self.rule)
        self._words.addWidget(self.rule, *place)

    def show_verdict(self, state: VerdictState) -> None:
        """Fill the banner and tell screen readers."""
        set_tone(self, state.tone)
        self.icon.set_icon(state.icon, state.tone)
        set_tone(self.title, state.tone)
        self.title.setText(state.title)
        self.reason.setText(state.reason)
        tell(self.rule, state.rule)
        self.setAccessibleName(f"{state.title}. {state.reason} {state.rule}")


class PersonPage(QWidget):
    """Puts the cards together; the action row is at the bottom."""

    record_requested = Signal()
    all_no_requested = Signal()
    not_given_requested = Signal()
    override_requested = Signal()
    late_requested = Signal()
    elsewhere_requested = Signal()
    records_requested = Signal()
    card_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person, self.verdict = PersonCard(), VerdictBanner()
        self.questions, self.vial = QuestionsCard(), VialCard()
        self.not_given = DeskButton(self.tr("Not given…"), "action", "F6")
        self.override = DeskButton(self.tr("Override…"), "action", "Ctrl O")
        self.late = DeskButton(self.tr("Already given…"), "action", "Ctrl D")
        self.all_no = DeskButton(self.tr("Asked, all no"), "action", "F7")
        self.record = DeskButton("", "primary", "F9")
        self.not_given.clicked.connect(self.not_given_requested)
        self.override.clicked.connect(self.override_requested)
        self.late.clicked.connect(self.late_requested)
        self.person.elsewhere.clicked.connect(self.elsewhere_requested)
        self.person.records.clicked.connect(self.records_requested)
        self.person.card.clicked.connect(self.card_requested)
        self.all_no.clicked.connect(self.all_no_requested)
        self.record.clicked.connect(self.record_requested)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._cards.addWidget(self.person)
        self._cards.addWidget(self.verdict)
        self._two = QGridLayout()
        self._two.setSpacing(12)
        self._two.setColumnStretch(0, 5)
        self._two.setColumnStretch(1, 4)
        self._arrange(wide=False)
        self._cards.addLayout(self._two, 1)
        self._body = Body(self._cards)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._body, 1)
        self._column.addLayout(self._keys())

    def _keys(self) -> Wrapping:
        """The biggest key fills its line, whichever of the three it is."""
        for key in (self.override, self.late):
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        first = (self.not_given, self.override, self.late, self.all_no)
        return key_row(*first, widest=self.record)

    def _arrange(self, *, wide: bool) -> None:
        """Questions beside the vial; above it, where there are many."""
        self._two.addWidget(self.questions, 0, 0, 1, 2 if wide else 1)
        if wide:
            self._two.addWidget(self.vial, 1, 0, 1, 2)
        else:
            self._two.addWidget(self.vial, 0, 1)
        self._two.setRowStretch(0, 1)
        self._two.setRowStretch(1, 0)
        self.vial.set_strip(wide)
        self._wide = wide

    def show_page(self, state: PersonPageState) -> None:
        """Fill the page."""
        self.person.show_person(state.person)
        self.verdict.show_verdict(state.verdict)
        self.questions.show_questions(state.questions)
        if self.questions.wide is not self._wide:
            self._arrange(wide=self.questions.wide)
        self.vial.show_vial(state.vial)
        self.record.setText(state.record)
        self.record.setEnabled(state.may_record)
        self.record.setVisible(not state.may_override and not state.may_write_late)
        self.override.setVisible(state.may_override)
        self.late.setVisible(state.may_write_late)
        self.all_no.setVisible(any(question.answer is None for question in state.questions))

    def set_compact(self, compact: bool) -> None:
        """Leave less air on a low screen."""
        for column in (self._column, self._cards):
            column.setSpacing(6 if compact else 12)
        self.questions.set_compact(compact)
        self.verdict.set_compact(compact)

    def sizeHint(self) -> QSize:
        return QSize(900, 540)
