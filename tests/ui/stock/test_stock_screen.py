"""Keys go to the page that is shown; a scan never acts, and F9 not at once after one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.record_guard import QUIET_MS
from fieldapp.ui.stock.stock_screen import VERBS, StockScreen
from tests.ui.conftest import FakeTime
from tests.ui.hands import press, write
from tests.ui.stock.pages import ALERT, MOVE, board, lot

Key = Qt.Key


@pytest.fixture
def screen(qtbot: QtBot, time: FakeTime) -> StockScreen:
    made = StockScreen(time)
    qtbot.addWidget(made)
    made.resize(1184, 620)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.board.show_board(board(lot(), alert=ALERT))
    made.arrive()
    time.ms += QUIET_MS
    return made


def test_each_key_of_the_board_asks_for_its_verb(screen: StockScreen) -> None:
    asked: list[str] = []
    screen.verb_requested.connect(asked.append)
    for key in (Key.Key_F2, Key.Key_F3, Key.Key_F4, Key.Key_F5, Key.Key_F6, Key.Key_F7):
        press(screen.board.table, key)
    press(screen.board.table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == list(VERBS.values())
    screen.show_page(screen.movements)
    press(screen.movements.table, Key.Key_F2)
    assert len(asked) == len(VERBS)


def test_what_is_typed_over_the_board_is_a_scan_and_escape_puts_it_away(
    screen: StockScreen,
) -> None:
    scans: list[str] = []
    screen.scanned.connect(scans.append)
    write(screen.board.table, "0")
    assert screen.finder.isVisible()
    write(screen.finder.edit, "109")
    press(screen.finder.edit, Key.Key_Return)
    assert scans == ["0109"] and not screen.finder.isVisible()
    write(screen.board.table, "7")
    press(screen.finder.edit, Key.Key_Escape)
    assert not screen.finder.isVisible() and scans == ["0109"]


def test_f9_counts_only_once_the_eyes_have_followed(screen: StockScreen, time: FakeTime) -> None:
    pressed: list[object] = []
    screen.alert_pressed.connect(pressed.append)
    write(screen.board.table, "7")
    press(screen.finder.edit, Key.Key_Return)
    press(screen.board.table, Key.Key_F9)
    assert pressed == []
    time.ms += QUIET_MS
    press(screen.board.table, Key.Key_F9)
    assert pressed == [ALERT]


def test_escape_leaves_a_form(screen: StockScreen) -> None:
    left: list[bool] = []
    screen.cancelled.connect(lambda: left.append(True))
    screen.show_page(screen.move_page)
    screen.move_page.show_move(MOVE)
    press(screen.move_page.vials.edit, Key.Key_Escape)
    assert left == [True]


def test_keys_of_the_cold_chain_are_its_own(screen: StockScreen) -> None:
    asked: list[str] = []
    screen.cold.period_requested.connect(lambda: asked.append("period"))
    screen.cold.file_requested.connect(lambda _: asked.append("file"))
    screen.show_page(screen.cold)
    screen.arrive()
    press(screen.cold.reading.edit, Key.Key_F4)
    press(screen.cold.reading.edit, Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["period", "file"]
