from __future__ import annotations

from datetime import timedelta

from fieldapp.domain.call import Outcome
from fieldapp.journal import calls
from fieldapp.journal.roster.apply import keep_segment
from fieldapp.ui.desk.resume_flow import LeftOpen
from tests.journal.laptop import register
from tests.journal.roster.filled import LIFE_S, fill, sent, somebody
from tests.ui.calls.conftest import Key, Room


def test_the_longest_due_is_called_first_with_the_phone_in_groups(room: Room) -> None:
    room.team.knows("王建国", 61)
    room.team.knows("陈波", 24)
    room.look()
    assert room.names == ["王建国", "陈波"]
    assert room.called == "王建国"
    assert room.screen.board.pane.head.phone.text() == "138 0000 0001"
    assert "请问王建国在吗" in room.words()


def test_no_answer_takes_two_keys_and_the_next_person_is_there(room: Room) -> None:
    first = room.team.knows("王建国", 61)
    room.team.knows("陈波", 24)
    room.look()
    room.outcome(5)
    room.key(Key.Key_F9)
    (call,) = calls.of_client(room.team.journal, first)
    assert (call.outcome, call.again) == ("no-answer", room.team.in_days(1))
    assert room.called == "陈波"
    assert "王建国" in room.said
    assert room.names == ["陈波", "王建国"]


def test_a_promise_is_typed_in_days_from_today(room: Room) -> None:
    client = room.team.knows("王建国", 30)
    room.look()
    room.outcome(1)
    room.key(Key.Key_F9)
    assert "Which day do they come" in room.words()
    room.type("+2")
    room.key(Key.Key_F9)
    (call,) = calls.of_client(room.team.journal, client)
    assert call.day == room.team.in_days(2)


def test_what_is_typed_narrows_the_list_and_records_nothing(room: Room) -> None:
    room.team.knows("王建国", 61)
    room.team.knows("陈波", 24)
    room.look()
    room.type("chenbo")
    assert room.names == ["陈波"]
    assert room.called == "陈波"
    room.key(Key.Key_Return)
    assert calls.all_calls(room.team.journal) == []
    room.key(Key.Key_Escape)
    assert room.names == ["王建国", "陈波"]


def test_who_had_it_elsewhere_leaves_the_list_and_can_come_back(room: Room) -> None:
    client = room.team.knows("王建国", 30)
    room.team.knows("陈波", 24)
    room.look()
    room.outcome(2)
    room.type(room.team.in_days(-3).isoformat())
    room.key(Key.Key_F9)
    assert room.names == ["陈波"]
    assert calls.of_client(room.team.journal, client)[0].outcome == "elsewhere"


def test_the_last_call_is_taken_back_with_a_reason(room: Room) -> None:
    client = room.team.knows("王建国", 30)
    room.look()
    room.outcome(0)
    room.key(Key.Key_F9)
    assert room.names == []
    room.screen.board.show_which.setCurrentIndex(room.screen.board.show_which.findData("off"))
    room.screen.board.filtered.emit()
    room.settle()
    assert "never called" in room.words()
    room.key(Key.Key_Z, ctrl=True)
    room.key(Key.Key_1)
    room.key(Key.Key_F9)
    assert calls.of_client(room.team.journal, client)[0].withdrawn == "wrong-person"
    room.key(Key.Key_Escape)
    assert room.names == ["王建国"]


def test_another_number_is_noted_and_the_same_person_stays(room: Room) -> None:
    room.team.knows("王建国", 30)
    room.look()
    room.outcome(6)
    room.key(Key.Key_F9)
    assert "somebody has to go there" in room.words()
    room.key(Key.Key_F5)
    room.type("13900000009")
    room.key(Key.Key_F9)
    assert room.screen.board.pane.head.phone.text() == "139 0000 0009"
    assert room.called == "王建国"


def test_a_half_made_note_comes_back_and_belongs_to_its_person(room: Room) -> None:
    room.team.knows("王建国", 61)
    room.team.knows("陈波", 24)
    room.look()
    room.outcome(7)
    room.type("his son")
    room.key(Key.Key_Escape)
    room.key(Key.Key_Down)
    room.outcome(7)
    assert room.screen.board.pane.form.values["note"] == ""
    room.key(Key.Key_Escape)
    room.key(Key.Key_Up)
    room.outcome(7)
    assert room.screen.board.pane.form.values["note"] == "his son"


def test_choosing_somebody_else_leaves_the_form(room: Room) -> None:
    room.team.knows("王建国", 61)
    room.team.knows("陈波", 24)
    room.look()
    room.outcome(5)
    room.screen.board.table.selectRow(1)
    room.settle()
    assert room.called == "陈波"
    assert not room.screen.board.pane.asks


def test_what_lay_open_at_a_crash_is_asked_again(room: Room) -> None:
    room.team.knows("王建国", 61)
    client = room.team.knows("陈波", 24)
    room.flow.go_on_with(LeftOpen(f"call-refused {client.hex()}"))
    form = room.screen.board.pane.form
    room.qtbot.waitUntil(lambda: form.title.text() == "Refuses")
    assert room.called == "陈波"


def test_demand_is_shown_and_left(room: Room) -> None:
    room.team.knows("王建国", 24)
    room.team.knows("陈波", 16)
    room.look()
    room.key(Key.Key_F7)
    assert room.screen.page is room.screen.demand
    assert room.screen.demand.cells[1][1:] == ["Nanyang pier", "1", "1", "0", "2"]
    room.key(Key.Key_Escape)
    assert room.screen.on_list


def test_the_list_goes_to_paper_as_it_is_narrowed(room: Room) -> None:
    room.team.knows("王建国", 24)
    room.team.knows("陈波", 16)
    room.look()
    room.type("chenbo")
    papers: list[list[str]] = []
    room.flow.paper_requested.connect(
        lambda entries, _needed: papers.append([entry.contact.name for entry in entries])
    )
    room.key(Key.Key_P, ctrl=True)
    assert papers == [["陈波"]]


def test_while_the_book_is_behind_the_list_says_so_and_goes_on(room: Room) -> None:
    for number in range(120):
        room.team.knows(f"Test {number}", 30)
    said: list[str] = []
    room.flow.looked.connect(lambda found: said.append("counting" if found.counting else "done"))
    room.look()
    room.qtbot.waitUntil(lambda: said[-1:] == ["done"])
    assert said[0] == "counting"
    room.qtbot.waitUntil(lambda: len(room.names) == 120)


def test_a_fault_is_said_where_it_happened(room: Room) -> None:
    room.team.knows("王建国", 30)
    room.look()
    room.outcome(2)
    room.type(room.team.in_days(-30).isoformat())
    room.key(Key.Key_F9)
    assert "in the history already" in room.words()
    assert calls.all_calls(room.team.journal) == []


def test_nobody_due_says_how_the_list_fills(room: Room) -> None:
    register(room.team.journal)
    room.look()
    assert room.names == []
    assert "first dose" in room.screen.board.nothing.text()
    room.outcome(5)
    assert not room.screen.board.pane.asks


def test_the_badge_counts_whom_to_see_to_today(room: Room) -> None:
    counts: list[int] = []
    room.flow.looked.connect(lambda found: counts.append(found.for_today))
    client = room.team.knows("王建国", 30)
    room.look()
    room.team.calls(client, Outcome.NO_ANSWER, usual_again=True)
    room.look()
    assert counts == [1, 0]


def test_who_comes_to_the_room_finds_the_list_unless_something_was_recorded(room: Room) -> None:
    looks: list[object] = []
    room.team.knows("王建国", 30)
    room.look()
    room.flow.looked.connect(looks.append)
    room.flow.entered()
    room.settle()
    assert looks == []
    room.flow.look_soon()
    room.flow.entered()
    room.settle()
    assert looks
    looks.clear()
    room.team.clock.wall += timedelta(days=1)
    room.flow.entered()
    room.settle()
    assert len(looks) == 1


def test_the_list_shows_what_the_hub_sent_once_the_roster_tells_of_it(room: Room) -> None:
    client = room.team.knows("王建国", 30)
    region = fill(room.team.journal)
    room.look()
    table = room.screen.board.table
    assert [line.message for line in table.people.lines] == ["—"]
    assert "Unknown here whether the hub wrote" in room.words()
    told = somebody("王建国", ref=client[:16], messages=sent(day=18_821))
    keep_segment(room.team.journal, region.segment(told))
    room.look()
    (line,) = table.people.lines
    assert line.message == "delivered 13 Jul"
    room.qtbot.waitUntil(lambda: "13 Jul 2021: it arrived" in room.words())


def test_a_lease_that_ended_is_said_at_the_head_of_the_list(room: Room) -> None:
    client = room.team.knows("王建国", 10)
    fill(room.team.journal, somebody("王建国", ref=client[:16]))
    room.team.clock.wall += timedelta(seconds=LIFE_S + 1)
    room.look()
    assert room.screen.board.as_of.text().startswith("Roster locked since")
    assert "A sync opens it again" in room.screen.board.as_of.toolTip()
