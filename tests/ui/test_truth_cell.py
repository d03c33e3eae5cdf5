"""A cell says its fact in one line, or its words below the number."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.truth_cell import TruthCell


def test_its_words_go_below_the_number_and_back(qtbot: QtBot) -> None:
    cell = TruthCell("laptop", "on this laptop")
    qtbot.addWidget(cell)
    cell.show_number(4812)
    cell.show()
    for tall in (False, True, False):
        cell.stand(tall=tall)
        qtbot.waitUntil(lambda: cell.layout() is not None)
        cell.adjustSize()
        assert (cell.words.y() > cell.number.y() + 10) is tall
        assert (cell.words.x() > cell.number.x()) is not tall


def test_it_knows_the_room_that_one_line_takes_also_while_it_stands_in_two(qtbot: QtBot) -> None:
    cell = TruthCell("laptop", "on this laptop")
    qtbot.addWidget(cell)
    cell.show_number(4812)
    cell.show()
    before = cell.in_one_line
    cell.stand(tall=True)
    assert cell.in_one_line == before >= cell.number.width() + cell.words.width()
