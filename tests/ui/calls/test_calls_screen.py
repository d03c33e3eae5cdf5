from __future__ import annotations

from fieldapp.ui.desk.state import ReasonState
from tests.ui.calls.conftest import Key, Room
from tests.ui.hands import press


def test_f9_right_after_another_key_saves_nothing(room: Room) -> None:
    room.team.knows("王建国", 30)
    room.look()
    room.outcome(5)
    press(room.focus(), Key.Key_F9)
    room.settle()
    assert room.screen.board.pane.asks


def test_digits_look_for_a_phone_and_choose_no_outcome(room: Room) -> None:
    room.team.knows("王建国", 30)
    room.look()
    room.type("5")
    assert not room.screen.board.pane.asks
    assert room.screen.board.text.text() == "5"


def test_arrows_choose_also_from_the_search(room: Room) -> None:
    room.team.knows("王建国", 61)
    room.team.knows("王波", 24)
    room.look()
    room.type("wang")
    room.key(Key.Key_Down)
    assert room.called == "王波"


def test_keys_of_the_list_do_nothing_over_a_question(room: Room) -> None:
    room.team.knows("王建国", 30)
    room.look()
    room.screen.show_reasons(ReasonState("Why?", (("other", "Other"),), "Go on"))
    room.key(Key.Key_F7)
    assert room.screen.page is room.screen.reason
    assert not room.screen.on_list
    room.screen.arrive()
    room.key(Key.Key_Escape)
    assert room.screen.on_list
