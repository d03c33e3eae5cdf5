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
    one_line,
    row,
    set_tone,
)

LEFT, RIGHT = "left-deltoid", "right-deltoid"
_FACTS_SHOWN_WHOLE = 2  # document and age tell people apart: what comes after them gives way


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
        if self._item.grave:
            colour = QColor(theme.stop)
        painter.setPen(QPen(colour, 3))
        if self._item.struck:
            painter.drawLine(3, 9, 15, 9)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush if self._item.due else colour)
        painter.drawEllipse(QRectF(2.5, 2.5, 13, 13))


class TimelineBar(QWidget):
    """The time between two points; dashed towards a dose still to come."""

    def __init__(self, *, dashed: bool) -> None:
        super().__init__()
        self._dashed = dashed
        self.setFixedSize(60, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        pen = QPen(QColor(in_force().line), 3)
        if self._dashed:
            pen.setDashPattern([2.7, 2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter = QPainter(self)
        painter.setPen(pen)
        painter.drawLine(0, 9, self.width(), 9)


class PersonCard(QFrame):
    """Name, facts, and the history with how well it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name, self.tag = one_line(size="title"), label()
        self.tag.setFixedHeight(28)
        self.tag.setProperty("role", "tag")
        self.known = label(size="heading")
        self._facts, self._history = QHBoxLayout(), QHBoxLayout()
        self._facts.setSpacing(6)
        self._history.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 8, 18, 8)
        layout.setSpacing(2)
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
        for number, (word, value) in enumerate(state.facts):
            whole = number < _FACTS_SHOWN_WHOLE
            self._facts.addWidget(label(word, size="strong"))
            self._facts.addWidget((label if whole else one_line)(value, tone="muted"))
            self._facts.addSpacing(12)
        self._facts.addStretch(1)
        clear(self._history)
        for number, item in enumerate(state.history[-4:]):
            if number:
                self._history.addWidget(TimelineBar(dashed=item.due))
            self._history.addWidget(TimelineDot(item))
            size = "strong" if item.due or item.grave else "strip"
            tone = "stop" if item.grave else ""
            self._history.addWidget(one_line(item.words, size=size, tone=tone))
        self._history.addStretch(1)
        spoken = [state.name, *(f"{word} {value}" for word, value in state.facts), state.known]
        self.setAccessibleName(". ".join([*spoken, *(item.words for item in state.history)]))


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
        self.rule.setText(state.rule)
        self.rule.setVisible(bool(state.rule))
        self.setAccessibleName(f"{state.title}. {state.reason} {state.rule}")


class QuestionsCard(QFrame):
    """The forced questions, unanswered at first."""

    answered = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.choices: dict[str, Choice] = {}
        self._compact = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 2, 16, 1)
        layout.setSpacing(0)
        layout.addWidget(label(self.tr("Ask every time"), size="heading"))
        layout.addLayout(self._rows)
        layout.addStretch(1)

    def set_compact(self, compact: bool) -> None:
        """Leave less air between the questions."""
        self._compact = compact
        self._rows.setSpacing(0 if len(self.choices) > (3 if compact else 4) else 6)

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
            line = row(label(question.text, wrap=True), choice)
            line.setStretch(0, 1)
            self._rows.addLayout(line)
        self.set_compact(self._compact)


class VialCard(QFrame):
    """The vial in use, and the arm."""

    site_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.product = one_line(size="subtitle")
        self.lot, self.note = one_line(), one_line(tone="muted")
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
    all_no_requested = Signal()
    not_given_requested = Signal()
    override_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person, self.verdict = PersonCard(), VerdictBanner()
        self.questions, self.vial = QuestionsCard(), VialCard()
        self.not_given = DeskButton(self.tr("Not given…"), "action", "F6")
        self.override = DeskButton(self.tr("Override…"), "action", "Ctrl O")
        self.all_no = DeskButton(self.tr("Asked, all no"), "action", "F7")
        self.record = DeskButton("", "primary", "F9")
        self.not_given.clicked.connect(self.not_given_requested)
        self.override.clicked.connect(self.override_requested)
        self.all_no.clicked.connect(self.all_no_requested)
        self.record.clicked.connect(self.record_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._column = layout
        layout.addWidget(self.person)
        layout.addWidget(self.verdict)
        layout.addLayout(self._two(), 1)
        actions = row(self.not_given, self.override, self.all_no, self.record)
        actions.setStretch(3, 1)
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
        self.all_no.setVisible(any(question.answer is None for question in state.questions))

    def set_compact(self, compact: bool) -> None:
        """Leave less air on a low screen."""
        self._column.setSpacing(8 if compact else 12)
        self.questions.set_compact(compact)
        self.verdict.set_compact(compact)

    def sizeHint(self) -> QSize:
        return QSize(900, 540)
