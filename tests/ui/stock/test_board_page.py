"""The board shows what it is told, and offers only what can be done."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.stock.board_page import BoardPage
from fieldapp.ui.stock.state import AlertState, ThermometerState
from tests.ui.stock.pages import ALERT, VIAL, board, lot


@pytest.fixture
def page(qtbot: QtBot) -> BoardPage:
    made = BoardPage()
    qtbot.addWidget(made)
    made.resize(1184, 620)
    made.show()
    return made


def test_nothing_on_board_says_how_to_begin_and_offers_no_movement(page: BoardPage) -> None:
    page.show_board(board())
    assert page.nothing.isVisible() and not page.table.isVisible()
    assert not any(page.buttons[verb].isEnabled() for verb in ("waste", "count", "return"))
    assert page.buttons["receive"].isEnabled()
    page.arrive()
    assert page.buttons["receive"].hasFocus()


def test_lots_the_open_vial_and_where_the_doses_are(page: BoardPage) -> None:
    page.show_board(board(lot(), lot("B", detail="All in the box"), vial=VIAL))
    assert page.vial.left.text() == "3 of 5 doses left"
    assert page.vial.words.property("tone") == "stop"
    page.table.choose("v", "B")
    assert page.detail.text() == "All in the box"
    page.show_board(board(lot()))
    assert not page.vial.isVisible()


def test_what_needs_somebody_has_one_button(page: BoardPage, qtbot: QtBot) -> None:
    pressed: list[AlertState] = []
    page.alert_pressed.connect(pressed.append)
    page.alert.press()
    page.show_board(board(lot(), alert=ALERT))
    page.alert.button.click()
    assert pressed == [ALERT] and page.alert.property("tone") == "stop"
    page.show_board(board(lot()))
    assert not page.alert.isVisible()


def test_the_thermometer_shows_the_newest_reading_or_how_to_begin(page: BoardPage) -> None:
    page.show_board(board())
    assert page.cold.nothing.isVisible() and not page.cold.chart.isVisible()
    cold = ThermometerState("Box", "9.1 °C", "too warm", "stop", "triangle-alert", "today 09:00")
    page.show_board(board(cold=cold))
    assert (page.cold.now.text(), page.cold.state.property("tone")) == ("9.1 °C", "stop")


def test_every_button_asks_for_its_verb(page: BoardPage) -> None:
    asked: list[str] = []
    page.verb_requested.connect(asked.append)
    page.show_board(board(lot()))
    for button in page.buttons.values():
        button.click()
    assert asked == list(page.buttons)
