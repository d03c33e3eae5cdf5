"""The forced questions, unanswered at first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from fieldapp.ui.desk.state import QuestionState
from fieldapp.ui.widgets import Choice, clear, label, row

MOST_IN_ONE_COLUMN = 5


class QuestionsCard(QFrame):
    """The forced questions, unanswered at first."""

    answered = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(24)
        self.choices: dict[str, Choice] = {}
        self._compact = self.wide = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 1)
        layout.setSpacing(0)
        layout.addWidget(label(self.tr("Ask every time"), size="heading"))
        layout.addLayout(self._rows)
        layout.addStretch(1)

    def set_compact(self, compact: bool) -> None:
        """Leave less air between the questions."""
        self._compact = compact
        few = len(self.choices) <= (4 if compact else 5)
        self._rows.setVerticalSpacing((2 if compact else 6) if few else 0)

    def show_questions(self, questions: tuple[QuestionState, ...]) -> None:
        """Show the questions; the same ones keep their widgets and so the focus."""
        self.wide = len(questions) > MOST_IN_ONE_COLUMN
        if list(self.choices) != [question.id for question in questions]:
            self._build(questions)
        for question in questions:
            answer = question.answer
            self.choices[question.id].show_choice(None if answer is None else int(answer))

    def _build(self, questions: tuple[QuestionState, ...]) -> None:
        _clear_lines(self._rows)
        self.choices = {}
        columns = 2 if self.wide else 1
        for number, question in enumerate(questions):
            choice = Choice(self.tr("No"), self.tr("Yes"), question.text)
            choice.chosen.connect(
                lambda which, name=question.id: self.answered.emit(name, bool(which))
            )
            self.choices[question.id] = choice
            line = row(label(question.text, wrap=True), choice)
            line.setStretch(0, 1)
            self._rows.addLayout(line, number // columns, number % columns)
        self._rows.setColumnStretch(1, columns - 1)
        self._rows.setColumnStretch(0, 1)
        self.set_compact(self._compact)


def _clear_lines(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        line = item.layout()
        if isinstance(line, QHBoxLayout):
            clear(line)
