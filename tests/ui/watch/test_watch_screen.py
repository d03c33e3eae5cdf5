"""The screen of the watch: each key does what the page of the moment says, and nothing else."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.watch.state import BoardState, ChoiceState, Line, ReactionForm, ReactionState
from fieldapp.ui.watch.watch_screen import WatchScreen
from tests.ui.conftest import FakeTime
from tests.ui.hands import press, write
from tests.ui.watch.conftest import Key, card

BOARD = BoardState("title", "rule", (card(), card("Test Two", 2)), undo="left")
FORM = ReactionState("t", "d", "", (("a", "A"),), (("b", "B"),), (("c", "C"),), ReactionForm())


@pytest.fixture
def screen(qtbot: QtBot, time: FakeTime) -> WatchScreen:
    made = WatchScreen(time)
    qtbot.addWidget(made)
    made.resize(1184, 620)
    made.show()
    made.show_board(BOARD)
    made.arrive()
    time.ms += 1000
    return made


def hit(screen: WatchScreen, key: Key) -> None:
    press(screen.focusWidget() or screen, key)


def test_the_keys_of_the_board(qtbot: QtBot, screen: WatchScreen) -> None:
    for key, signal in (
        (Key.Key_F9, screen.leave_requested),
        (Key.Key_F6, screen.reaction_requested),
        (Key.Key_F4, screen.reports_requested),
    ):
        with qtbot.waitSignal(signal):
            hit(screen, key)
    with qtbot.assertNotEmitted(screen.cancelled):
        hit(screen, Key.Key_Escape)
        hit(screen, Key.Key_F7)


def test_enter_and_space_release_nobody(qtbot: QtBot, screen: WatchScreen) -> None:
    with qtbot.assertNotEmitted(screen.leave_requested):
        for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
            hit(screen, key)


def test_what_is_typed_over_the_board_looks_for_somebody(qtbot: QtBot, screen: WatchScreen) -> None:
    write(screen.focusWidget() or screen, "w")
    assert screen.board.finder.isVisible()
    write(screen.board.finder.edit, "ang")
    with qtbot.waitSignal(screen.scanned) as asked:
        hit(screen, Key.Key_Return)
    assert asked.args == ["wang"]
    assert not screen.board.finder.isVisible()


def test_escape_puts_half_a_name_away(screen: WatchScreen) -> None:
    write(screen.focusWidget() or screen, "w")
    hit(screen, Key.Key_Escape)
    assert not screen.board.finder.isVisible() and screen.board.focused is not None


def test_the_keys_of_the_form(qtbot: QtBot, screen: WatchScreen) -> None:
    screen.show_reaction(FORM)
    hit(screen, Key.Key_F7)
    assert screen.reaction.serious.serious == "no"
    with qtbot.waitSignal(screen.report_saved):
        hit(screen, Key.Key_F9)
    with qtbot.waitSignal(screen.cancelled):
        hit(screen, Key.Key_Escape)


def test_a_list_and_a_reason_are_left_by_escape(qtbot: QtBot, screen: WatchScreen) -> None:
    screen.show_choice(ChoiceState("t", (Line(bytes(32), "a", "b"),)))
    with qtbot.waitSignal(screen.cancelled):
        hit(screen, Key.Key_Escape)
    screen.show_reasons(ReasonState("t", (("a", "A"),), "go"))
    hit(screen, Key.Key_1)
    with qtbot.waitSignal(screen.reason_confirmed) as asked:
        hit(screen, Key.Key_F9)
    assert asked.args == ["a", ""]
    screen.go_to_board()
    assert screen.on_board


def test_a_fault_is_said_where_it_happened(screen: WatchScreen) -> None:
    screen.show_fault("one")
    assert screen.board.said.text() == "one"
    screen.show_choice(ChoiceState("t", ()))
    screen.show_fault("two")
    assert screen.choice.message.text() == "two"
    screen.show_reaction(FORM)
    screen.show_fault("three")
    assert screen.reaction.message.text() == "three"


def test_coming_back_to_the_room_finds_the_form_as_it_was(screen: WatchScreen) -> None:
    screen.show_reaction(FORM)
    screen.arrive()
    assert not screen.on_board
    screen.back_to_reaction()
    assert screen.reaction.hasFocus()
