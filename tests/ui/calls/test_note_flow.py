from __future__ import annotations

from fieldapp.domain.call import Outcome
from fieldapp.journal import calls
from fieldapp.ui.desk.resume_flow import LeftOpen
from tests.ui.calls.conftest import Key, Room


def test_a_note_is_kept_while_it_is_half_typed_and_gone_once_it_is_on_record(room: Room) -> None:
    room.team.knows("王建国", 30)
    room.look()
    room.outcome(4)
    room.type("to Jinan")
    room.key(Key.Key_Escape)
    room.outcome(4)
    assert room.screen.board.pane.form.values["note"] == "to Jinan"
    room.key(Key.Key_F9)
    (call,) = calls.all_calls(room.team.journal)
    assert (call.outcome, call.note) == ("moved", "to Jinan")
    drafts = room.team.journal.db.rows("SELECT name FROM draft WHERE name LIKE '%call-moved%'")
    assert drafts == []


def test_another_outcome_takes_the_place_of_the_form_that_is_open(room: Room) -> None:
    room.team.knows("王建国", 30)
    room.look()
    room.outcome(3)
    room.outcome(8)
    assert room.screen.board.pane.form.title.text() == "Wants no calls"


def test_what_lay_open_is_asked_again_by_its_kind(room: Room) -> None:
    client = room.team.knows("王建国", 30)
    room.team.calls(client, Outcome.NO_ANSWER)
    room.look()
    subject = client.hex()
    room.flow.go_on_with(LeftOpen(f"call-phone {subject}"))
    room.settle()
    assert room.screen.board.pane.form.title.text() == "Another number: 王建国"
    room.key(Key.Key_Escape)
    room.flow.go_on_with(LeftOpen(f"call-undo {subject}"))
    room.settle()
    assert room.screen.page is room.screen.reason


def test_a_kind_of_another_program_is_passed_over(room: Room) -> None:
    client = room.team.knows("王建国", 30)
    room.look()
    room.flow.go_on_with(LeftOpen(f"call-by-pigeon {client.hex()}"))
    room.settle()
    assert room.screen.on_list


def test_a_promise_is_said_with_its_day(room: Room) -> None:
    room.team.knows("王建国", 30)
    room.look()
    room.outcome(1)
    room.type("+1")
    room.key(Key.Key_F9)
    assert room.said == "王建国 · Will come · 2 Aug 2021"
