"""The table keeps the chosen lot, says its state in words, and leaves typing to the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.stock.lots_table import EXPIRES, STATE, LotsTable
from tests.ui.hands import press
from tests.ui.stock.pages import lot


@pytest.fixture
def table(qtbot: QtBot) -> LotsTable:
    made = LotsTable()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def test_the_chosen_lot_stays_chosen_while_it_is_there(table: LotsTable) -> None:
    table.show_lots([lot("A"), lot("B")])
    assert table.chosen == lot("A")
    assert table.choose("v", "B") and not table.choose("v", "Z")
    table.show_lots([lot("B", doses="59"), lot("C")])
    assert table.chosen == lot("B", doses="59")
    table.show_lots([lot("C")])
    assert table.chosen == lot("C")


def test_arrows_choose_and_letters_do_not(table: LotsTable) -> None:
    table.show_lots([lot("A"), lot("B")])
    press(table, Qt.Key.Key_Down)
    assert table.chosen == lot("B")
    press(table, Qt.Key.Key_A)
    assert table.chosen == lot("B")


def test_a_state_is_told_in_words_and_its_reason_on_demand(table: LotsTable) -> None:
    table.show_lots([lot(state="Held", tone="wait", icon="triangle-alert", expires_tone="stop")])
    model = table.lots
    assert model.data(model.index(0, STATE)) == "Held"
    assert model.data(model.index(0, STATE), Qt.ItemDataRole.ToolTipRole) == "All in the store"
    tone = model.data(model.index(0, EXPIRES), Qt.ItemDataRole.ForegroundRole)
    assert tone is not None
    names = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(6)]
    assert names == ["Product", "Lot", "Expires", "Vials", "Doses", "State"]
    assert not table.grab().isNull()
