from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.calls.due_table import DAY, LAST, MESSAGE, PERSON, PHONE, WHEN, DueTable
from fieldapp.ui.calls.state import CallLine
from tools.screenshots import SIZES, let_go, shown

_PADDING = 18
"""6 px of the style sheet and 3 of Qt, on both sides."""


def line(number: int, **more: object) -> CallLine:
    key = (bytes([number]), "s")
    return CallLine(key, f"Test {number}", "24", "in 2 days", "138", "none", **more)  # type: ignore[arg-type]  # fields of CallLine


@pytest.fixture
def table(qtbot: QtBot) -> DueTable:
    made = DueTable()
    qtbot.addWidget(made)
    made.show()
    return made


def chosen(table: DueTable) -> str:
    return table.chosen.name if table.chosen else ""


def test_somebody_is_always_chosen_and_stays_chosen(table: DueTable) -> None:
    assert table.chosen is None
    table.show_people([line(1), line(2), line(3)])
    assert chosen(table) == "Test 1"
    table.choose((b"\x02", "s"))
    table.show_people([line(3), line(2)])
    assert chosen(table) == "Test 2"
    table.show_people([line(1), line(3)])
    assert chosen(table) == "Test 3"
    assert not table.choose((b"\x09", "s"))


def test_steps_end_at_both_ends(table: DueTable) -> None:
    table.step(1)
    table.show_people([line(1), line(2)])
    for count, name in ((5, "Test 2"), (-9, "Test 1")):
        table.step(count)
        assert chosen(table) == name


def test_a_line_tells_its_days_by_weight_colour_and_words(table: DueTable) -> None:
    model = table.people
    table.show_people([line(1, tone="stop", detail="berth 2"), line(2, muted=True)])
    late = model.index(0, DAY)
    assert model.data(late) == "24"
    assert model.data(late, Qt.ItemDataRole.FontRole) is not None
    assert model.data(late, Qt.ItemDataRole.ForegroundRole) is not None
    assert model.data(model.index(1, LAST), Qt.ItemDataRole.ForegroundRole) is not None
    assert model.data(model.index(0, PERSON), Qt.ItemDataRole.ForegroundRole) is None
    assert model.data(late, Qt.ItemDataRole.AccessibleDescriptionRole) == "berth 2"
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["Person", "Day", "Time", "Phone", "Message", "Last call"]


def test_the_phone_gives_way_to_the_message_where_there_is_no_room_for_both(
    table: DueTable,
) -> None:
    table.show_people([line(1, message="sent 26 Nov", message_tip="Reminder")])
    model = table.people
    assert model.data(model.index(0, MESSAGE)) == "sent 26 Nov"
    assert model.data(model.index(0, MESSAGE), Qt.ItemDataRole.ToolTipRole) == "Reminder"
    for width, hidden in ((580, [DAY, PHONE]), (700, [PHONE]), (1000, [])):
        table.resize(width, 300)
        assert [column for column in (DAY, PHONE) if table.isColumnHidden(column)] == hidden
        assert not table.isColumnHidden(MESSAGE)


def test_what_came_of_a_call_can_be_read_on_the_lowest_display(qapp: QApplication) -> None:
    theme.apply_theme(qapp, theme.NORMAL)
    window = shown("calls", SIZES[1])
    table = window.calls.board.table
    usual = {
        WHEN: ("past by 45 days", "due in 100 days"),
        MESSAGE: ("delivered 31 May",),
        LAST: ("no answer ×2", "comes 31 May", "other language", "message left", "wrong number"),
    }
    short = [
        words
        for column, said in usual.items()
        for words in said
        if table.fontMetrics().horizontalAdvance(words) + _PADDING > table.columnWidth(column)
    ]
    let_go(window)
    assert not short
