"""The morning by keyboard and scanner: vials on board, the place, F9."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from fieldapp.journal import drafts, sessions, stock
from fieldapp.ui.session.start_flow import DRAFT
from tests.journal.laptop import NURSE, Laptop
from tests.ui.session.conftest import VIAL, Room

Key = Qt.Key
Enter = Callable[..., Room]


def load(room: Room, vials: str) -> None:
    room.screen.start.loads.lot.edit.setFocus()
    room.type(VIAL)
    room.type(vials)


def test_an_operation_is_opened_with_scanned_vials(enter: Enter) -> None:
    room = enter()
    start = room.screen.start
    assert room.sees(start)
    assert "Open operation 1" in start.start.text()
    load(room, "150")
    start.unit.edit.setText("Boat 3")
    start.place.edit.setFocus()
    room.type("Nanyang pier", enter=False)
    start.others.edit.setText("Zhao Min, Wang Fang")
    start.cash.edit.setText("200")
    room.key(Key.Key_F9)
    assert room.sees(room.screen.open)
    journal = room.operation.journal
    session = sessions.current(journal)
    assert session is not None
    assert (session.label, session.place, session.cash_float) == (
        "Boat 3 · 1",
        "Nanyang pier",
        20_000,
    )
    assert [member.name for member in session.staff] == ["Lead Test", "Zhao Min", "Wang Fang"]
    assert session.position == (34.8, 117.1)
    (lot,) = stock.of_session(journal, session.label)
    assert (lot.lot.lot_number, lot.loaded) == ("0417", 150)
    assert drafts.load(journal, DRAFT) is None


def test_who_only_goes_through_the_form_leaves_no_draft(enter: Enter) -> None:
    room = enter()
    start, journal = room.screen.start, room.operation.journal
    start.place.edit.setFocus()
    start.others.edit.setFocus()
    room.settle()
    assert drafts.load(journal, DRAFT) is None
    room.type("Zhao Min", enter=False)
    start.place.edit.setFocus()
    room.settle()
    assert "Zhao Min" in (drafts.load(journal, DRAFT) or "")


def test_what_is_typed_before_the_proposal_comes_is_kept_too(enter: Enter) -> None:
    room = enter()
    start, journal = room.screen.start, room.operation.journal
    start.others.edit.setFocus()
    room.screen.cancelled.emit()  # it is looked up again
    room.type("Zhao Min", enter=False)
    assert drafts.load(journal, DRAFT) is None
    room.settle()
    assert "Zhao Min" in (drafts.load(journal, DRAFT) or "")


def test_a_draft_that_could_not_be_written_is_tried_again(enter: Enter) -> None:
    room = enter()
    start, journal = room.screen.start, room.operation.journal
    journal.db.run("PRAGMA query_only = 1")
    start.others.edit.setFocus()
    room.type("Zhao Min", enter=False)
    start.place.edit.setFocus()
    room.settle()
    assert "cannot be written to" in start.fault.text()
    journal.db.run("PRAGMA query_only = 0")
    room.key(Key.Key_Return)
    assert "Zhao Min" in (drafts.load(journal, DRAFT) or "")


def test_what_was_typed_and_taken_back_is_no_longer_in_the_draft(enter: Enter) -> None:
    room = enter()
    start, journal = room.screen.start, room.operation.journal
    for typed in ("Zhao Min", ""):
        start.others.edit.setFocus()
        start.others.edit.setText(typed)
        start.place.edit.setFocus()
        room.settle()
    assert "Zhao Min" not in (drafts.load(journal, DRAFT) or "nothing: Zhao Min")


def test_what_cannot_be_taken_is_said_and_nothing_typed_is_lost(enter: Enter) -> None:
    room = enter()
    start = room.screen.start
    start.unit.edit.setText("Boat 3")
    room.key(Key.Key_F9)
    assert "place is missing" in start.fault.text()
    start.cash.edit.setText("much")
    room.key(Key.Key_F9)
    assert "no amount" in start.fault.text()
    start.operation.edit.setText("first")
    room.key(Key.Key_F9)
    assert "number is missing" in start.fault.text()
    assert start.unit.text == "Boat 3"


def test_a_used_number_is_refused_in_words(enter: Enter) -> None:
    room = enter(before=lambda operation: operation.start(number=71))
    room.key(Key.Key_F9)
    room.key(Key.Key_F2)
    start = room.screen.start
    start.operation.edit.setText("71")
    room.key(Key.Key_F9)
    assert "71 was used before" in start.fault.text()
    assert "72 is free" in start.fault.text()


def test_a_second_scan_in_the_number_is_a_scan(enter: Enter) -> None:
    room = enter()
    room.screen.start.loads.lot.edit.setFocus()
    room.type(VIAL)
    room.type(VIAL.replace("0417", "0418"))
    assert room.screen.start.loads.lot.text == "0418"
    assert room.screen.start.loads.vials.text == ""


def test_a_scanner_that_drops_separators_is_told_of_before_its_lot_goes_on_board(
    enter: Enter,
) -> None:
    room = enter()
    room.screen.start.loads.lot.edit.setFocus()
    room.type("0109501101530102" + "17220630" + "10ABC12321SER01")
    assert "left out a separator" in room.screen.start.loads.said.text()


def test_a_lot_typed_by_hand_needs_its_vaccine(enter: Enter) -> None:
    room = enter()
    loads = room.screen.start.loads
    loads.lot.edit.setFocus()
    room.type("HAND-1")
    room.type("10")
    assert "Which vaccine" in loads.said.text()
    loads.product.choose("covid-inact-bibp")
    loads.vials.edit.setFocus()
    room.type("", enter=True)
    assert loads.lot.text == ""  # taken: ready for the next


def test_spent_monitors_and_old_vials_stay_off_the_boat(enter: Enter) -> None:
    room = enter()
    loads = room.screen.start.loads
    loads.lot.edit.setFocus()
    room.type(VIAL)
    loads.vvm.choose("3")
    room.type("10")
    assert "discard point" in loads.said.text()
    loads.vvm.choose("1")
    loads.expiry.edit.setText("2021-07-31")
    loads.vials.edit.setFocus()
    room.key(Key.Key_Return)
    assert "expired on 2021-07-31" in loads.said.text()


def test_the_morning_s_typing_survives_a_dead_battery(enter: Enter, laptop: Laptop) -> None:
    room = enter()
    load(room, "150")
    room.screen.start.place.edit.setFocus()
    room.type("Nanyang pier")
    room.flow.stop()
    laptop.close()
    again = enter()
    start = again.screen.start
    assert start.place.text == "Nanyang pier"
    start.unit.edit.setText("Boat 3")
    again.key(Key.Key_F9)
    (lot,) = stock.of_session(again.operation.journal, "Boat 3 · 1")
    assert lot.loaded == 150


def test_what_was_put_on_board_by_mistake_is_taken_off(enter: Enter) -> None:
    room = enter()
    load(room, "150")
    room.screen.start.loads.removed.emit(0)
    room.screen.start.place.edit.setText("Pier")
    room.key(Key.Key_F9)
    assert sessions.current(room.operation.journal) is not None
    assert stock.balances(room.operation.journal) == []


def test_more_vials_are_put_on_board_at_once(enter: Enter) -> None:
    room = enter(before=lambda operation: operation.start())
    room.key(Key.Key_F3)
    room.type(VIAL)
    room.type("7")
    assert "On board" in room.screen.load.loads.said.text()
    (lot,) = stock.of_session(room.operation.journal, room.operation.label)
    assert lot.loaded == 7
    room.key(Key.Key_Escape)
    assert room.answers() == ["not counted"]
    assert sessions.all_sessions(room.operation.journal)[0].opened_by == NURSE.login
