"""Columns are as wide as their words; what has no room goes on below and is never cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.lines_table import LinesTable, shared

LONG = "the hub was busy and asked to wait a little while"


class Words(LinesModel[tuple[str, str]]):
    def heads(self) -> Sequence[str]:
        return ("When", "What happened")

    def cells(self, line: tuple[str, str]) -> Sequence[str]:
        return line


def shown(qtbot: QtBot, width: int, *, whole: bool = False) -> LinesTable:
    table = LinesTable(Words(), wide=1, whole=whole)
    qtbot.addWidget(table)
    table.resize(width, 300)
    model = table.model()
    assert isinstance(model, Words)
    model.show_lines([("09:30", LONG), ("09:35", "done")])
    table.show()
    return table


def test_words_decide_how_wide_a_column_is_and_one_takes_the_rest(qtbot: QtBot) -> None:
    table = shown(qtbot, 900)
    assert table.columnWidth(0) < table.columnWidth(1)
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    assert table.rowHeight(0) == table.rowHeight(1)


def test_what_has_no_room_goes_on_in_a_second_line(qtbot: QtBot) -> None:
    table = shown(qtbot, 260)
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    assert table.rowHeight(0) > table.rowHeight(1)


def test_larger_text_makes_wider_columns_and_higher_lines(qapp: QApplication, qtbot: QtBot) -> None:
    usual = shown(qtbot, 900)
    before = usual.columnWidth(0), usual.rowHeight(1)
    theme.apply_theme(qapp, theme.NORMAL, 150)
    large = shown(qtbot, 900)
    assert (large.columnWidth(0), large.rowHeight(1)) > before
    theme.apply_theme(qapp, theme.NORMAL)


def test_a_whole_table_asks_for_what_its_words_need(qtbot: QtBot) -> None:
    whole, giving = shown(qtbot, 900, whole=True), shown(qtbot, 900)
    assert whole.minimumSizeHint().width() > giving.minimumSizeHint().width()
    assert whole.height_of_all() > whole.minimumSizeHint().height() / 2


def test_an_empty_table_says_so(qtbot: QtBot) -> None:
    table = LinesTable(Words(), wide=1)
    qtbot.addWidget(table)
    table.say_when_empty("Nothing happened yet.")
    table.show()
    assert table.accessibleDescription() == "Nothing happened yet."
    assert not table.grab().isNull()


def test_the_widest_give_way_first_and_none_below_its_least() -> None:
    assert shared([100, 40], [50, 40], 200) == [100, 40]
    assert shared([100, 40], [50, 40], 120) == [80, 40]
    assert shared([100, 40], [50, 40], 60) == [50, 40]
