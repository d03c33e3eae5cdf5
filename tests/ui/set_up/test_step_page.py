"""F9 does the step, and goes on once it is done; what came of it is said."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.step_page import StepPage
from tests.ui.hands import click


@pytest.fixture
def page(qtbot: QtBot) -> StepPage:
    made = StepPage()
    made.describe("Join the hub", "What for.", "Join")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_same_key_does_it_and_then_goes_on(page: StepPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.asked):
        click(page.go)
    page.show_done(True)
    assert page.go.text() == "Next" and not page.later.isVisible()
    with qtbot.waitSignal(page.passed), qtbot.assertNotEmitted(page.asked):
        click(page.go)


def test_while_it_is_busy_nothing_can_be_pressed(page: StepPage) -> None:
    page.show_busy(True)
    assert not any(key.isEnabled() for key in (page.go, page.later, page.leave))
    page.show_busy(False)
    assert page.go.isEnabled()


def test_what_came_of_it_is_said_and_taken_back(page: StepPage) -> None:
    assert not page.message.isVisible()
    page.say("Not reached.", "stop")
    assert page.message.isVisible() and page.message.property("tone") == "stop"
    page.say("")
    assert not page.message.isVisible()
