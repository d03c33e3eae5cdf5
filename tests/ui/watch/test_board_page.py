"""The board keeps the focus where it helps: on who may leave, or on whom it was taken to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.record_guard import QUIET_MS, RecordGuard
from fieldapp.ui.watch.board_page import BoardPage
from fieldapp.ui.watch.state import BoardState, CardState
from tests.ui.conftest import FakeTime
from tests.ui.watch.conftest import card
from tools.screenshots import settle

ONE, TWO, THREE = (card(f"Test {n}", n) for n in (1, 2, 3))


@pytest.fixture
def board(qtbot: QtBot, time: FakeTime) -> BoardPage:
    page = BoardPage(RecordGuard(time))
    qtbot.addWidget(page)
    page.resize(1184, 560)
    page.show()
    return page


def show(board: BoardPage, *cards: CardState, **more: object) -> None:
    state = BoardState("title", "rule", cards, **more)  # type: ignore[arg-type]  # fields of BoardState
    board.show_board(state)


def focused(board: BoardPage) -> str:
    return board.focused.name if board.focused is not None else ""


def test_the_focus_goes_to_who_may_leave(board: BoardPage) -> None:
    show(board, ONE, TWO, THREE)
    board.arrive()
    assert focused(board) == "Test 1"
    show(board, ONE, replace(TWO, may_leave=True), THREE)
    assert focused(board) == "Test 2"


def test_the_focus_keeps_away_from_a_grave_reaction(board: BoardPage) -> None:
    show(board, replace(ONE, may_leave=True, grave=True), replace(TWO, may_leave=True))
    board.arrive()
    assert focused(board) == "Test 2"


def test_a_card_keeps_its_widget_and_the_focus_while_minutes_pass(board: BoardPage) -> None:
    show(board, ONE, TWO)
    board.move(1)
    before = board.cards[1]
    show(board, replace(ONE, may_leave=True), replace(TWO, left="3 min left"))
    assert board.cards[1] is before and before.left.text() == "3 min left"
    assert focused(board) == "Test 2"


def test_moving_stops_at_both_ends(board: BoardPage) -> None:
    show(board, ONE, TWO)
    board.move(5)
    assert focused(board) == "Test 2"
    board.move(-5)
    assert focused(board) == "Test 1"
    show(board)
    board.move(1)
    assert focused(board) == ""


def test_a_key_counts_only_when_the_eyes_have_seen_the_card(
    qtbot: QtBot, board: BoardPage, time: FakeTime
) -> None:
    show(board, ONE)
    board.arrive()
    with qtbot.assertNotEmitted(board.leave_requested):
        board.press_leave()
    time.ms += QUIET_MS
    with qtbot.waitSignal(board.leave_requested) as asked:
        board.press_leave()
    assert asked.args == [ONE]


def test_somebody_is_chosen_by_a_dose(board: BoardPage) -> None:
    show(board, ONE, TWO, THREE)
    assert board.choose(THREE.dose_ids[0]) and focused(board) == "Test 3"
    assert not board.choose(b"x" * 32)


def test_what_there_is_not_takes_no_room(board: BoardPage) -> None:
    show(board, ONE)
    assert not board.undo.isVisible() and not board.forgotten.isVisible()
    assert not board.nobody.isVisible()
    assert "F9 leaves" in board.said.text()
    show(board, undo="Test 1 left well", forgotten="2 people", reports=3, sound=True)
    assert board.undo.isVisible() and board.forgotten.isVisible() and board.nobody.isVisible()
    assert board.said.text() == "Test 1 left well"
    assert (board.reports.text(), board.sound.text()) == ("Reports: 3", "Sound: on")


def test_more_people_take_less_room_each(board: BoardPage) -> None:
    show(board, ONE, TWO, THREE)
    settle()
    high = board.cards[0].height()
    show(board, *(card(f"Test {n}", n) for n in range(4)))
    settle()
    assert board.cards[0].height() < high


def test_a_narrow_board_has_fewer_columns_and_down_goes_to_the_card_below(
    board: BoardPage,
) -> None:
    show(board, *(card(f"Test {n}", n) for n in range(4)))
    board.arrive()
    for width, columns in ((1184, 3), (700, 2), (400, 1)):
        board.resize(width, 560)
        assert board.columns == columns
        board.choose(board.cards[0].state.dose_ids[0])  # type: ignore[union-attr]  # it has one
        board.move_rows(1)
        assert focused(board) == f"Test {columns}"


def test_the_box_for_scans_goes_again_and_the_focus_with_it(board: BoardPage) -> None:
    show(board, ONE)
    board.rule.hide()
    board.finder.show()
    board.finder.edit.setFocus()
    board.found()
    assert not board.finder.isVisible() and board.rule.isVisible()
    assert focused(board) == "Test 1"
