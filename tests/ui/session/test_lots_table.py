from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.pill import Pill
from fieldapp.ui.session.lots_table import LotsTable
from fieldapp.ui.session.state import LotKey, LotRow

KEYS: tuple[LotKey, ...] = (("v", "0417"), ("v", "0418"))
ROWS = (
    LotRow(KEYS[0], "BIBP 0417", "150", "131", "1", "18", Pill("ok", "circle-check", "yes")),
    LotRow(KEYS[1], "BIBP 0418", "60", "53", "0", "6", Pill("stop", "triangle-alert", "1 missing")),
    LotRow(None, "All", "210", "184", "1", "24", Pill("", "", "1 to explain")),
)


@pytest.fixture
def table(qtbot: QtBot) -> LotsTable:
    made = LotsTable()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_rows(ROWS, KEYS[1])
    made.show()
    made.grab()  # paints every cell
    return made


def test_every_cell_is_there_for_whoever_cannot_see_the_box(table: LotsTable) -> None:
    last = table.lots.columnCount() - 1
    said = [table.lots.data(table.lots.index(row, last)) for row in range(3)]
    assert said == ["yes", "1 missing", "1 to explain"]
    assert table.lots.headerData(last, Qt.Orientation.Horizontal) == "Adds up?"


def test_the_lot_that_is_counted_is_marked_without_asking_for_it(table: LotsTable) -> None:
    asked: list[object] = []
    table.chosen.connect(asked.append)
    assert table.currentIndex().row() == 1
    table.show_rows(ROWS, None)
    assert asked == []
    assert not table.selectionModel().hasSelection()


def test_a_lot_is_chosen_and_the_sum_is_not(table: LotsTable) -> None:
    asked: list[object] = []
    table.chosen.connect(asked.append)
    table.selectRow(0)
    table.selectRow(2)
    assert asked == [KEYS[0]]


def test_the_table_is_as_high_as_its_rows(table: LotsTable) -> None:
    with_three = table.maximumHeight()
    assert not table.verticalScrollBar().isVisible()
    table.show_rows(ROWS[:1], None)
    assert with_three - table.maximumHeight() == 2 * 46
