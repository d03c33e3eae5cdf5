"""The person at the desk: who, the verdict, the questions, the vial, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.ui.desk.state import (
    HistoryItem,
    PersonPageState,
    PersonState,
    QuestionState,
    VerdictState,
    VialState,
)
from fieldapp.ui.theme import in_force
from fieldapp.ui.widgets import (
    Choice,
    DeskButton,
    IconLabel,
    clear,
    label,
    row,
    set_tone,
)

LEFT, RIGHT = "left-deltoid", "right-deltoid"


class TimelineDot(QWidget):
    """A dose of the past (full), due (open) or struck through (dash)."""

    def __init__(self, item: HistoryItem) -> None:
        super().__init__()
        self._item = item
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = in_force()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.muted if self._item.struck else theme.ok)
        painter.setPen(QPen(colour, 3))
        if self._item.struck:
            painter.drawLine(3, 9, 15, 9)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush if self._item.due else colour)
        painter.drawEllipse(QRectF(2.5, 2.5, 13, 13))


class PersonCard(QFrame):
    """Name, facts, and the history with how well it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name, self.tag = label(size="title"), label()
        self.tag.setProperty("role", "tag")
        self.known = label(size="heading")
        self._facts, self._history = QHBoxLayout(), QHBoxLayout()
        self._facts.setSpacing(6)
        self._history.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(5)
        layout.addLayout(row(self.name, 1, self.tag))
        layout.addLayout(self._facts)
        layout.addWidget(self.known)
        layout.addLayout(self._history)

    def show_person(self, state: PersonState) -> None:
        """Fill the card."""
        self.name.setText(state.name)
        self.tag.setText(state.tag)
        self.tag.setVisible(bool(state.tag))
        self.known.setText(state.known)
        clear(self._facts)
        for word, value in state.facts:
            self._facts.addWidget(label(word, size="strong"))
            self._facts.addWidget(label(value, tone="muted"))
            self._facts.addSpacing(10)
        self._facts.addStretch(1)
        clear(self._history)
        for item in state.history[-4:]:
            self._history.addWidget(TimelineDot(item))
            self._history.addWidget(label(item.words, size="strong" if item.due else ""))
            self._history.addSpacing(8)
        self._history.addStretch(1)
        spoken = [state.name, *(f"{word} {value}" for word, value in state.facts), state.known]
        self.setAccessibleName(". ".join([*spoken, *(item.words for item in state.history)]))


class VerdictBanner(QFrame):
    """The biggest thing on the desk: icon, words, colour and border together."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self.icon = IconLabel("circle-check", "ok", 46)
        self.title = label(size="verdict", wrap=True)
        self.reason = label(wrap=True)
        self.rule = label(size="small", tone="muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.title, self.reason, self.rule):
            words.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(18)
        layout.addWidget(self.icon)
        layout.addLayout(words, 1)

    def show_verdict(self, state: VerdictState) -> None:
        """Fill the banner and tell screen readers."""
        set_tone(self, state.tone)
        self.icon.set_icon(state.icon, state.tone)
        set_tone(self.title, state.tone)
        self.title.setText(state.title)
        self.reason.setText(state.reason)
        self.rule.setText(state.rule)
        self.rule.setVisible(bool(state.rule))
        self.setAccessibleName(f"{state.title}. {state.reason} {state.rule}")


class QuestionsCard(QFrame):
    """The forced questions: unanswered at first, one key for *asked, all no*."""

    answered = Signal(str, bool)
    all_no_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.all_no = DeskButton(self.tr("Asked, all no"), "link", "F7")
        self.all_no.clicked.connect(self.all_no_requested)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(5)
        self.choices: dict[str, Choice] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(row(label(self.tr("Ask every time"), size="heading"), 1, self.all_no))
        layout.addLayout(self._rows)
        layout.addStretch(1)

    def show_questions(self, questions: tuple[QuestionState, ...]) -> None:
        """Show the questions; the same ones keep their widgets and so the focus."""
        if list(self.choices) != [question.id for question in questions]:
            self._build(questions)
        for question in questions:
            answer = question.answer
            self.choices[question.id].show_choice(None if answer is None else int(answer))

    def _build(self, questions: tuple[QuestionState, ...]) -> None:
        clear(self._rows)
        self.choices = {}
        for question in questions:
            choice = Choice(self.tr("No"), self.tr("Yes"), question.text)
            choice.chosen.connect(
                lambda which, name=question.id: self.answered.emit(name, bool(which))
            )
            self.choices[question.id] = choice
            text = label(question.text, wrap=True)
            line = row(text, choice)
            line.setStretch(0, 1)
            self._rows.addLayout(line)


class VialCard(QFrame):
    """The vial in use, and the arm."""

    site_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.product = label(size="subtitle")
        self.lot, self.note = label(wrap=True), label(tone="muted", wrap=True)
        self.arm = Choice(self.tr("Left"), self.tr("Right"), self.tr("Arm"))
        self.arm.chosen.connect(lambda which: self.site_chosen.emit((LEFT, RIGHT)[which]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(label(self.tr("Vial in use"), size="heading"))
        for part in (self.product, self.lot, self.note):
            layout.addWidget(part)
        layout.addLayout(row(label(self.tr("Arm")), 1, self.arm))
        layout.addStretch(1)

    def show_vial(self, state: VialState) -> None:
        """Fill the card; without a vial it says what to do."""
        self.product.setText(state.product or self.tr("No vial yet"))
        self.lot.setText(state.lot if state.product else self.tr("Scan the vial now."))
        self.note.setText(state.note)
        self.arm.show_choice({LEFT: 0, RIGHT: 1}.get(state.site))


class PersonPage(QWidget):
    """Puts the cards together; the action row is at the bottom."""

    record_requested = Signal()
    not_given_requested = Signal()
    override_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person, self.verdict = PersonCard(), VerdictBanner()
        self.questions, self.vial = QuestionsCard(), VialCard()
        self.not_given = DeskButton(self.tr("Not given…"), "action", "F6")
        self.override = DeskButton(self.tr("Override…"), "action", "Ctrl O")
        self.record = DeskButton("", "primary", "F9")
        self.not_given.setMinimumWidth(190)
        self.override.setMinimumWidth(220)
        self.not_given.clicked.connect(self.not_given_requested)
        self.override.clicked.connect(self.override_requested)
        self.record.clicked.connect(self.record_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.person)
        layout.addWidget(self.verdict)
        layout.addLayout(self._two(), 1)
        actions = row(self.not_given, self.override, self.record)
        actions.setStretch(2, 1)
        layout.addLayout(actions)

    def _two(self) -> QGridLayout:
        two = QGridLayout()
        two.setSpacing(12)
        two.addWidget(self.questions, 0, 0)
        two.addWidget(self.vial, 0, 1)
        two.setColumnStretch(0, 5)
        two.setColumnStretch(1, 4)
        return two

    def show_page(self, state: PersonPageState) -> None:
        """Fill the page."""
        self.person.show_person(state.person)
        self.verdict.show_verdict(state.verdict)
        self.questions.show_questions(state.questions)
        self.vial.show_vial(state.vial)
        self.record.setText(state.record)
        self.record.setEnabled(state.may_record)
        self.override.setVisible(state.may_override)

    def sizeHint(self) -> QSize:
        return QSize(900, 580)
