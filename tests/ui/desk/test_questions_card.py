"""Forced questions: none has an answer at first, and all of them are seen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.questions_card import MOST_IN_ONE_COLUMN, QuestionsCard
from fieldapp.ui.desk.state import QuestionState


def questions(count: int) -> tuple[QuestionState, ...]:
    return tuple(QuestionState(f"q{n}", f"Question {n}?") for n in range(count))


@pytest.mark.parametrize("count", [1, MOST_IN_ONE_COLUMN, MOST_IN_ONE_COLUMN + 1])
def test_every_question_is_shown_and_unanswered(qtbot: QtBot, count: int) -> None:
    card = QuestionsCard()
    qtbot.addWidget(card)
    card.show_questions(questions(count))
    card.show()
    shown = list(card.choices.values())
    assert len(shown) == count
    assert all(choice.isVisible() for choice in shown)
    assert not any(button.isChecked() for choice in shown for button in choice.buttons)
    assert card.wide is (count > MOST_IN_ONE_COLUMN)


def test_an_answer_is_told_by_its_question(qtbot: QtBot) -> None:
    card = QuestionsCard()
    qtbot.addWidget(card)
    card.show_questions(questions(6))
    with qtbot.waitSignal(card.answered) as told:
        card.choices["q5"].buttons[1].click()
    assert told.args == ["q5", True]


def test_the_same_questions_keep_their_widgets_and_so_the_focus(qtbot: QtBot) -> None:
    card = QuestionsCard()
    qtbot.addWidget(card)
    card.show_questions(questions(2))
    before = card.choices["q1"]
    card.show_questions((questions(2)[0], QuestionState("q1", "Question 1?", answer=True)))
    assert card.choices["q1"] is before
    assert before.buttons[1].isChecked()
