"""A list is chosen from by number or click, and says when it is empty."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.watch.choice_page import ChoicePage
from fieldapp.ui.watch.state import ChoiceState, Line
from tests.ui.hands import click

LINES = tuple(Line(bytes([n]) * 32, f"line {n}", "detail") for n in range(12))


@pytest.fixture
def page(qtbot: QtBot) -> ChoicePage:
    made = ChoicePage()
    qtbot.addWidget(made)
    made.show()
    made.show_choice(ChoiceState("Which?", LINES, "nothing"))
    return made


def test_a_line_is_chosen_by_number_or_by_click(qtbot: QtBot, page: ChoicePage) -> None:
    with qtbot.waitSignal(page.chosen) as asked:
        page.choose(2)
    assert asked.args == [LINES[1].id]
    with qtbot.waitSignal(page.chosen) as asked:
        click(page.buttons[11])
    assert asked.args == [LINES[11].id]
    with qtbot.assertNotEmitted(page.chosen):
        page.choose(13)


def test_an_empty_list_says_so_and_can_be_left(qtbot: QtBot, page: ChoicePage) -> None:
    assert not page.nothing.isVisible()
    page.show_choice(ChoiceState("Which?", (), "nothing"))
    assert page.nothing.isVisible() and page.back.hasFocus()
    with qtbot.waitSignal(page.cancelled):
        click(page.back)


def test_why_a_line_cannot_be_opened_is_said_until_the_next_list(page: ChoicePage) -> None:
    page.show_fault("struck through")
    assert page.message.isVisible()
    page.show_choice(ChoiceState("Which?", LINES))
    assert not page.message.isVisible()
