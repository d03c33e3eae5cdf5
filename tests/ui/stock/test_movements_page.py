"""Movements are listed, struck through when taken back, and taken back one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.stock.movements_page import MovementsPage
from fieldapp.ui.stock.state import MovementLine

WASTED = MovementLine(b"w", "today", "Wasted", "A", "5", "Store", "Broken", "Li", False, True)
TAKEN_BACK = MovementLine(b"t", "today", "Wasted", "A", "5", "Store", "", "Li", True, False)


def test_the_chosen_movement_is_taken_back_if_it_can_be(qtbot: QtBot) -> None:
    page = MovementsPage()
    asked: list[bytes] = []
    qtbot.addWidget(page)
    page.undo_requested.connect(asked.append)
    page.press_undo()
    page.show_lines([WASTED, TAKEN_BACK])
    page.press_undo()
    page.table.selectRow(1)
    assert not page.undo.isEnabled()
    page.press_undo()
    assert asked == [b"w"]


def test_what_was_taken_back_is_struck_through(qtbot: QtBot) -> None:
    page = MovementsPage()
    qtbot.addWidget(page)
    page.show_lines([TAKEN_BACK])
    font = page.model.data(page.model.index(0, 0), Qt.ItemDataRole.FontRole)
    assert font is not None and font.strikeOut()  # type: ignore[attr-defined]  # a QFont
    assert page.model.headerData(1, Qt.Orientation.Horizontal) == "What"


def test_an_empty_list_says_so(qtbot: QtBot) -> None:
    page = MovementsPage()
    qtbot.addWidget(page)
    page.show_lines([])
    assert page.message.text() == "Nothing has moved yet." and page.chosen is None
