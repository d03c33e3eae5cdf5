from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.session.load_card import LoadCard
from fieldapp.ui.session.state import LoadForm, LoadRow, Product
from tests.ui.hands import press, write

PRODUCTS = (Product("one", "One", (1,)), Product("five", "Five", (5, 10)))


@pytest.fixture
def card(qtbot: QtBot) -> LoadCard:
    made = LoadCard()
    qtbot.addWidget(made)
    made.offer(PRODUCTS)
    made.show()
    return made


def test_enter_in_the_first_field_is_a_scan(card: LoadCard, qtbot: QtBot) -> None:
    write(card.lot.edit, "0417")
    with qtbot.waitSignal(card.scanned) as scanned:
        press(card.lot.edit, Qt.Key.Key_Return)
    assert scanned.args == ["0417"]


def test_a_scan_fills_everything_but_how_many(card: LoadCard, qtbot: QtBot) -> None:
    card.fill(LoadForm("five", "0417", "2022-06-30", "10", "", "", "CODE"))
    assert card.focusWidget() is card.vials.edit
    write(card.vials.edit, "30")
    with qtbot.waitSignal(card.load_requested) as asked:
        press(card.vials.edit, Qt.Key.Key_Return)
    assert asked.args == [LoadForm("five", "0417", "2022-06-30", "10", "30", "", "CODE")]


def test_a_scan_into_the_number_is_a_scan(card: LoadCard, qtbot: QtBot) -> None:
    write(card.vials.edit, "0109501101530102")
    with qtbot.waitSignal(card.scanned):
        press(card.vials.edit, Qt.Key.Key_Return)
    assert card.vials.text == ""


def test_the_vaccine_stays_for_the_next_lot_and_the_monitor_does_not(card: LoadCard) -> None:
    card.fill(LoadForm("five", "0417", "2022-06-30", "5", "", ""))
    card.vvm.choose("2")
    card.clear()
    assert (card.product.chosen, card.vvm.chosen, card.lot.text) == ("five", "", "")


def test_what_is_on_board_can_be_taken_off_before_it_is_recorded(
    card: LoadCard, qtbot: QtBot
) -> None:
    card.show_loads((LoadRow("BIBP 0417", "150 vials"),), removable=True)
    (button,) = [one for one in card.findChildren(type(card.load)) if one.text() == "Take off"]
    with qtbot.waitSignal(card.removed) as removed:
        button.click()
    assert removed.args == [0]
