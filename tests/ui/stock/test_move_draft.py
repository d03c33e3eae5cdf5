"""A half-filled movement comes back to who filled it: after Esc, a lock, a restart; once only."""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.journal import drafts
from tests.journal.laptop import NURSE
from tests.ui.stock.conftest import SINOVAC, Key, Room, vial_code

BACK = "What was half typed here is back."


def half_received(room: Room) -> None:
    """Three vials scanned, a note typed, nothing written down."""
    room.key(Key.Key_F2)
    for _ in range(3):
        room.scan(vial_code(SINOVAC))
    room.screen.move_page.note.edit.setText("two boxes")


def lock(room: Room) -> None:
    """As the app does it: flows end, lanes run dry, the journal is closed."""
    room.flow.stop()
    room.flow._lane.wait()
    room.laptop.close()


def test_what_was_typed_is_back_after_esc(room: Room) -> None:
    half_received(room)
    room.key(Key.Key_Escape)
    room.key(Key.Key_F2)
    page = room.screen.move_page
    assert (page.form.vials, page.form.lot, page.form.note) == ("3", "S-1", "two boxes")
    assert page.message.text() == BACK
    room.scan(vial_code(SINOVAC))
    assert page.form.vials == "4"


def test_after_a_lock_the_form_lies_open_again_for_its_owner(opened: Callable[[str], Room]) -> None:
    before = opened(NURSE.login)
    before.receive()
    before.key(Key.Key_F3)
    before.screen.move_page.vials.edit.setText("2")
    before.key(Key.Key_2, alt=True)
    lock(before)
    after = opened(NURSE.login)
    page = after.screen.move_page
    assert after.shows(page)
    assert (page.form.vials, page.form.reason) == ("2", "hours-over")


def test_nobody_else_gets_to_see_it(opened: Callable[[str], Room]) -> None:
    before = opened(NURSE.login)
    half_received(before)
    lock(before)
    other = opened("somebody-else")
    assert other.shows(other.screen.board)
    other.key(Key.Key_F2)
    assert other.screen.move_page.form.vials == ""


def test_what_is_recorded_does_not_come_back(room: Room) -> None:
    half_received(room)
    room.key(Key.Key_F9)
    room.key(Key.Key_F2)
    assert room.screen.move_page.form.vials == ""
    assert drafts.names(room.practice.journal, drafts.owned(NURSE.login, "stock-")) == []


def test_a_vial_scanned_over_the_board_goes_on_with_its_lot(room: Room) -> None:
    half_received(room)
    room.key(Key.Key_Escape)
    room.scan(vial_code(SINOVAC))
    assert room.screen.move_page.form.vials == "4"


def test_a_draft_of_another_shape_is_let_go(room: Room) -> None:
    name = drafts.owned(NURSE.login, "stock-receive ")
    drafts.save(room.practice.journal, name, '{"form": {"lot": "S-1"}, "code": null}')
    room.key(Key.Key_F2)
    assert room.screen.move_page.form.lot == ""
