"""The person at the desk: the eye finds the answer, the keys act, and a reader hears the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.body import Body
from fieldapp.ui.desk.person_page import PersonPage
from fieldapp.ui.desk.state import (
    HistoryItem,
    PersonPageState,
    PersonState,
    QuestionState,
    VerdictState,
    VialState,
)
from tests.ui.hands import click, press
from tools.screenshots import SIZES, let_go, shown

FACTS = (("ID", "370826********0014"), ("46", "years, male"))
PAST = (HistoryItem("Dose 1 · 30 Oct · BIBP"), HistoryItem("Dose 2 due", due=True))
QUESTIONS = (QuestionState("fever", "Fever today?"), QuestionState("other", "Another?"))
STATE = PersonPageState(
    person=PersonState("Wang Haibo", FACTS, "Known as of today", PAST, "✓ ID"),
    verdict=VerdictState("ok", "circle-check", "Give dose 2", "Day 23.", "NHC 2021"),
    questions=QUESTIONS,
    vial=VialState("BIBP", "Lot 7", "Single dose", "left-deltoid"),
    record="Record dose 2, left arm",
    may_record=True,
)


@pytest.fixture
def page(qtbot: QtBot) -> PersonPage:
    made = PersonPage()
    qtbot.addWidget(made)
    made.resize(900, 540)
    made.show_page(STATE)
    made.show()
    return made


def test_everything_of_the_person_is_on_the_page(page: PersonPage) -> None:
    assert page.person.name.text() == "Wang Haibo"
    assert page.person.known.text() == "Known as of today"
    assert (page.verdict.title.text(), page.verdict.rule.text()) == ("Give dose 2", "NHC 2021")
    assert (page.vial.product.text(), page.vial.lot.text()) == ("BIBP", "Lot 7")
    assert page.record.text() == "Record dose 2, left arm"


def test_a_screen_reader_hears_who_what_and_why(page: PersonPage) -> None:
    for part in ("Wang Haibo", "ID 370826", "46 years, male", "Dose 1", "Dose 2 due"):
        assert part in page.person.accessibleName()
    assert page.verdict.accessibleName() == "Give dose 2. Day 23. NHC 2021"


def test_an_answer_is_asked_for_by_its_question(page: PersonPage, qtbot: QtBot) -> None:
    for which, yes in ((0, False), (1, True)):
        with qtbot.waitSignal(page.questions.answered) as answered:
            click(page.questions.choices["fever"].buttons[which])
        assert answered.args == ["fever", yes]


def test_the_same_questions_keep_their_buttons_and_so_the_focus(page: PersonPage) -> None:
    before = page.questions.choices["fever"]
    answered = (replace(QUESTIONS[0], answer=False), QUESTIONS[1])
    page.show_page(replace(STATE, questions=answered))
    assert page.questions.choices["fever"] is before
    assert [button.isChecked() for button in before.buttons] == [True, False]


def test_other_questions_replace_them(page: PersonPage) -> None:
    page.show_page(replace(STATE, questions=QUESTIONS[1:]))
    assert list(page.questions.choices) == ["other"]


def test_asked_all_no_is_offered_while_a_question_is_open(page: PersonPage) -> None:
    assert page.all_no.isVisible()
    done = tuple(replace(question, answer=False) for question in QUESTIONS)
    page.show_page(replace(STATE, questions=done))
    assert not page.all_no.isVisible()


def test_what_may_not_be_done_cannot_be_pressed(page: PersonPage, qtbot: QtBot) -> None:
    page.show_page(replace(STATE, may_record=False, may_override=False))
    assert not page.record.isEnabled()
    assert not page.override.isVisible()
    with qtbot.assertNotEmitted(page.record_requested):
        click(page.record)


def test_enter_and_space_press_no_button(page: PersonPage, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(page.record_requested),
        qtbot.assertNotEmitted(page.not_given_requested),
    ):
        for button in (page.record, page.not_given):
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                press(button, key)


def test_without_a_vial_the_card_says_what_to_do(page: PersonPage) -> None:
    page.show_page(replace(STATE, vial=VialState(site="right-deltoid")))
    assert (page.vial.product.text(), page.vial.lot.text()) == ("No vial yet", "Scan the vial now.")
    assert [button.isChecked() for button in page.vial.arm.buttons] == [False, True]


def test_the_arm_is_chosen_with_a_click(page: PersonPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.vial.site_chosen) as chosen:
        click(page.vial.arm.buttons[1])
    assert chosen.args == ["right-deltoid"]


@pytest.mark.parametrize("person", ["desk-birth-year", "desk-most-asked", "reaction-at-desk"])
@pytest.mark.parametrize("worn", [theme.NORMAL, theme.SUNLIGHT], ids=lambda worn: worn.name)
def test_every_question_is_in_sight_on_the_lowest_display(
    qapp: QApplication, worn: theme.Theme, person: str
) -> None:
    theme.apply_theme(qapp, worn)
    window = shown(person, SIZES[1])
    hidden = [body.verticalScrollBar().maximum() for body in window.desk.person.findChildren(Body)]
    let_go(window)
    theme.apply_theme(qapp, theme.NORMAL)
    assert hidden == [0], "nothing has to be scrolled to"
