"""The USB card: two buttons that can be pressed only when there is a hub to write for."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.stick_card import StickCard, StickState
from tests.ui.hands import click


@pytest.fixture
def card(qtbot: QtBot) -> StickCard:
    made = StickCard()
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def test_the_buttons_ask_to_write_and_to_read(card: StickCard, qtbot: QtBot) -> None:
    card.show_stick(StickState("KINGSTON is in.", "63 doses", may_write=True, may_read=True))
    with qtbot.waitSignal(card.write_requested):
        click(card.write)
    with qtbot.waitSignal(card.read_requested):
        click(card.read)


def test_before_it_is_ready_nothing_can_be_pressed(card: StickCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(card.write_requested):
        click(card.write)
    assert not card.read.isEnabled()


def test_what_came_of_it_is_said_until_something_else_is(card: StickCard) -> None:
    card.say("3 doses are on the stick.", "ok")
    assert (card.said.isVisible(), card.said.property("tone")) == (True, "ok")
    card.say("")
    assert not card.said.isVisible()
