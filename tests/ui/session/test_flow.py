"""A day of the session room by keyboard alone: open, count, be refused, explain, close."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from fieldapp.actions.load_vials import Load
from fieldapp.journal import sessions, stock
from fieldapp.wire.facts import SessionClosed
from tests.actions.operation import A, B, Operation
from tests.journal.laptop import LEAD, NURSE, Laptop
from tests.ui.session.conftest import Room

Key = Qt.Key
Enter = Callable[..., Room]


def two_lots(operation: Operation) -> None:
    operation.start(Load(A, 15), Load(B, 6)).give(12, A)
    operation.give(4, B)
    operation.release_all()


def test_a_wrong_close_is_refused_says_which_lot_and_offers_the_way_out(enter: Enter) -> None:
    room = enter(before=two_lots)
    assert room.answers() == ["not counted", "not counted", ""]
    room.type("3")
    room.type("1")
    assert room.answers() == ["yes", "1 vial missing", "1 to explain"]
    assert "6 loaded, 4 given, 0 wasted, 1 returned" in room.screen.open.count.words.text()
    assert not room.screen.open.close_it.isEnabled()
    room.key(Key.Key_F9)
    assert "0418 does not add up" in room.screen.open.said.text()
    assert sessions.current(room.operation.journal) is not None

    room.key(Key.Key_W, ctrl=True)
    assert room.sees(room.screen.waste)
    assert room.screen.waste.doses.text == "1"
    room.key(Key.Key_1)
    room.key(Key.Key_F9)
    assert room.sees(room.screen.open)
    assert room.answers() == ["yes", "yes", ""]
    room.key(Key.Key_F9)
    assert room.sees(room.screen.closed)
    assert sessions.current(room.operation.journal) is None
    (_, lot) = stock.of_session(room.operation.journal, room.operation.label)
    assert (lot.wasted, lot.returned, lot.difference) == (1, 1, 0)


def test_counting_again_is_the_other_way_out(enter: Enter) -> None:
    room = enter(before=two_lots)
    room.type("3")
    room.type("1")
    room.key(Key.Key_F9)
    assert "does not add up" in room.screen.open.said.text()
    room.type("2")
    assert room.answers() == ["yes", "yes", ""]
    assert room.screen.open.said.text() == "", "a mended fault is said no longer"
    assert room.screen.open.close_it.isEnabled()


def test_a_scan_is_never_a_count(enter: Enter) -> None:
    room = enter(before=two_lots)
    room.type("0109501101530102")
    assert "scan" in room.screen.open.count.fault.text()
    room.type("x3")
    assert "no number" in room.screen.open.count.fault.text()
    assert room.answers()[:2] == ["not counted", "not counted"]


def test_up_and_down_choose_another_lot(enter: Enter) -> None:
    room = enter(before=two_lots)
    assert "0417" in room.screen.open.count.words.text()
    room.key(Key.Key_Down)
    assert "0418" in room.screen.open.count.words.text()
    room.type("2")
    assert room.answers()[:2] == ["not counted", "yes"]
    assert "0417" in room.screen.open.count.words.text()


def test_people_still_watched_are_named_and_keep_it_open(enter: Enter) -> None:
    room = enter(before=lambda operation: operation.start(Load(A, 1)).give(1, A))
    assert "1 person still being watched" in room.checks()
    room.key(Key.Key_F9)
    assert "still being watched: 1" in room.screen.open.said.text()
    with room.qtbot.waitSignal(room.flow.room_requested) as asked:
        room.screen.open.checks.buttons["watch"].click()
    assert asked.args == ["watch"]


def test_those_who_left_are_recorded_all_at_once_by_how_they_left(enter: Enter) -> None:
    room = enter(before=lambda operation: operation.start(Load(A, 3)).give(3, A))
    room.screen.open.checks.buttons["left"].click()
    room.settle()
    assert "Test 0417 0, Test 0417 1, Test 0417 2" in room.screen.reason.title.text()
    room.key(Key.Key_2)
    room.key(Key.Key_F9)
    assert "being watched" not in room.checks()
    outcomes = room.operation.journal.db.rows("SELECT DISTINCT outcome FROM watch")
    assert outcomes == [("unseen",)]


def test_an_operation_survives_a_dead_battery_with_what_was_counted(
    enter: Enter, laptop: Laptop
) -> None:
    room = enter(before=two_lots)
    room.type("3")
    room.flow.stop()
    laptop.close()
    again = enter()
    assert again.sees(again.screen.open)
    assert again.answers() == ["yes", "not counted", ""]
    assert again.screen.open.title.text() == "Operation 71"


def test_an_operation_left_open_asks_whether_to_go_on_or_close(
    enter: Enter, laptop: Laptop
) -> None:
    room = enter(before=two_lots)
    room.flow.stop()
    laptop.clock.wall += timedelta(days=1)
    laptop.close()
    again = enter()
    assert "opened on 1 Aug 2021" in again.screen.open.old.words.text()
    again.key(Key.Key_F7)
    assert again.screen.open.old.isHidden()
    again.key(Key.Key_F2)
    assert "still open" in again.screen.open.said.text()
    assert again.sees(again.screen.open)


def test_a_vaccinator_closes_it_with_a_lead_who_types_a_pin(enter: Enter) -> None:
    room = enter(NURSE.login, before=lambda operation: operation.start())
    room.key(Key.Key_F9)
    assert room.sees(room.screen.second)
    room.key(Key.Key_F9)
    assert "Choose who" in room.screen.second.message.text()
    room.type("wrong-pin", enter=False)
    room.key(Key.Key_F9)
    assert "PIN" in room.screen.second.message.text()
    assert sessions.current(room.operation.journal) is not None
    room.operation.laptop.clock.pass_s(600)
    room.screen.second.fill({"pin": LEAD.pin})
    room.key(Key.Key_F9)
    assert room.sees(room.screen.closed)
    (session,) = sessions.all_sessions(room.operation.journal)
    assert (session.closed_by, session.second_person) == (NURSE.login, LEAD.login)


def test_esc_goes_back_from_whatever_lies_over_the_operation(enter: Enter) -> None:
    room = enter(before=two_lots)
    for key, held in ((Key.Key_F3, False), (Key.Key_W, True)):
        room.key(key, ctrl=held)
        assert not room.sees(room.screen.open)
        room.key(Key.Key_Escape)
        assert room.sees(room.screen.open)


def test_what_came_before_is_said_in_the_head(enter: Enter) -> None:
    def begin(operation: Operation) -> None:
        two_lots(operation)
        operation.journal.append([SessionClosed(operation.label)], user=LEAD.login)
        operation.start(number=72)

    room = enter(before=begin)
    room.settle()
    assert "16 people in 1 operation before" in room.screen.open.aside.text()


def test_after_the_close_the_next_operation_is_proposed(enter: Enter) -> None:
    room = enter(before=lambda operation: operation.start())
    room.key(Key.Key_F9)
    assert room.screen.closed.title.text() == "Operation 71 is closed"
    room.look()
    assert room.sees(room.screen.closed)
    room.key(Key.Key_F2)
    assert room.sees(room.screen.start)
    assert room.screen.start.operation.text == "72"
