"""Making the laptop: what is missing is said at once, a failure in words, and tried again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.journal.errors import PinTooShort
from fieldapp.ui.set_up.first_flow import FirstFlow, fault_of
from fieldapp.ui.set_up.first_page import FirstPage
from fieldapp.ui.set_up.laptop_page import SetUpForm
from fieldapp.ui.set_up.steps import LAPTOP, LOOK
from tests.ui.hands import click

WHOLE = SetUpForm("Boat Test", "boat", "Nurse Test", "nurse.test", "2468-test", "2468-test")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (replace(WHOLE, team=""), "Team"),
        (replace(WHOLE, login=""), "login"),
        (replace(WHOLE, pin_again="2469-test"), "not the same"),
        (WHOLE, ""),
    ],
)
def test_what_is_missing_is_said_at_once(form: SetUpForm, said: str) -> None:
    assert (said in fault_of(form)) if said else fault_of(form) == ""


@pytest.fixture
def page(qtbot: QtBot) -> FirstPage:
    made = FirstPage()
    qtbot.addWidget(made)
    made.show()
    return made


def flow_of(page: FirstPage, set_up: Callable[[SetUpForm], None]) -> FirstFlow:
    return FirstFlow(page, set_up, QObject(page))


def test_from_the_look_to_the_team_and_back(page: FirstPage) -> None:
    flow_of(page, lambda form: None)
    assert page.at == LOOK
    click(page.look.go)
    assert page.at == LAPTOP
    click(page.steps.buttons[LOOK])
    assert page.at == LOOK
    assert not page.steps.buttons["hub"].isEnabled()


def test_a_failure_is_said_in_words_and_can_be_tried_again(page: FirstPage, qtbot: QtBot) -> None:
    tries: list[SetUpForm] = []

    def set_up(form: SetUpForm) -> None:
        tries.append(form)
        if len(tries) == 1:
            raise PinTooShort(least=8)

    flow = flow_of(page, set_up)
    click(page.look.go)
    page.laptop.fill(WHOLE)
    click(page.laptop.go)
    qtbot.waitUntil(lambda: page.laptop.go.isEnabled() and "8" in page.laptop.message.text())
    with qtbot.waitSignal(flow.done) as made:
        click(page.laptop.go)
    assert made.args == [WHOLE]
    assert tries == [WHOLE, WHOLE]


def test_a_faulty_form_makes_nothing(page: FirstPage) -> None:
    tries: list[SetUpForm] = []
    flow = flow_of(page, tries.append)
    click(page.look.go)
    page.laptop.fill(replace(WHOLE, name=""))
    click(page.laptop.go)
    flow.lane.wait()
    assert tries == []
    assert "name" in page.laptop.message.text()
