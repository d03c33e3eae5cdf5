"""The card asks to listen, to stop and to meet; it knows no network."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.neighbour_card import NeighbourCard, NeighbourState
from tests.ui.hands import press, write


@pytest.fixture
def card(qtbot: QtBot) -> NeighbourCard:
    made = NeighbourCard()
    qtbot.addWidget(made)
    made.show()
    made.show_neighbours(NeighbourState("Not listening", ready=True))
    return made


def test_without_a_hub_nothing_can_be_pressed(card: NeighbourCard) -> None:
    card.show_neighbours(NeighbourState(""))
    assert not card.meet.isEnabled() and not card.listen.isEnabled()
    assert not card.address.isEnabled()


def test_one_key_opens_the_door_and_closes_it_again(card: NeighbourCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.listen_requested):
        card.listen.click()
    card.show_neighbours(NeighbourState("Listening", listening=True, ready=True))
    assert card.listen.accessibleName() == "Stop listening"
    with qtbot.waitSignal(card.stop_requested):
        card.listen.click()


def test_a_typed_address_is_met_by_key_or_by_enter(card: NeighbourCard, qtbot: QtBot) -> None:
    asked: list[str] = []
    card.meet_requested.connect(asked.append)
    card.meet.click()
    write(card.address, " 192.168.7.20 ")
    press(card.address, Qt.Key.Key_Return)
    card.meet.click()
    card.show_neighbours(NeighbourState("", busy=True, ready=True))
    press(card.address, Qt.Key.Key_Return)
    card.meet.click()
    assert asked == ["", "192.168.7.20", "192.168.7.20"]


def test_what_is_held_gives_way_to_what_came_of_a_meeting(card: NeighbourCard) -> None:
    card.show_neighbours(NeighbourState("", "Held here for Boat 2: 4 doses", ready=True))
    assert card.held.isVisible()
    card.say("Both counted the same.", "ok")
    assert card.said.isVisible() and not card.held.isVisible()
    card.say("")
    assert card.held.isVisible() and not card.said.isVisible()
