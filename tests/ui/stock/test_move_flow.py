"""Receive, waste, count and return by keys: F9 says what it will write down before it does."""

from __future__ import annotations

from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.load_box import load_box
from fieldapp.domain.stock import Kind
from fieldapp.journal import lots, stock
from fieldapp.wire.facts import VialOpened
from tests.journal.laptop import NURSE
from tests.ui.stock.conftest import SESSION, SINOVAC, Key, Room, vial_code


def newest(room: Room) -> stock.StockMovement:
    return stock.movements(room.practice.journal, 1)[0]


def save_words(room: Room) -> str:
    return room.screen.move_page.save.text()


def loaded(room: Room) -> None:
    """Ten vials received, four of them in the box of an open session."""
    room.receive()
    room.open_session()
    amount = Amount.of_vials(SINOVAC, 4, 2)
    load_box(room.practice.journal, amount, SESSION, user=NURSE.login)
    room.look()


def test_every_scan_of_a_lot_counts_one_vial_and_f9_receives_them(room: Room) -> None:
    room.key(Key.Key_F2)
    for _ in range(3):
        room.scan(vial_code(SINOVAC))
    assert save_words(room) == "Receive 3 doses"  # one dose a vial, as the catalogue lists first
    room.screen.move_page.vial_doses.edit.setText("2")
    room.scan(vial_code(SINOVAC))
    assert save_words(room) == "Receive 8 doses (4 vials)"
    assert stock.movements(room.practice.journal, 9) == []
    room.key(Key.Key_F9)
    assert (room.on_hand(), newest(room).vial_doses) == (8, 2)
    assert (room.shows(room.screen.board), room.said) == (True, "Received: 8 doses (4 vials)")


def test_a_lot_can_be_typed_and_what_is_missing_is_said(room: Room) -> None:
    room.key(Key.Key_F2)
    page = room.screen.move_page
    page.lot.edit.setText("T-1")
    assert page.message.text() == "Choose the product."
    page.product.choose("mr-live")
    page.expiry.edit.setText("31.08")
    assert "last usable day" in page.message.text() and not page.save.isEnabled()
    page.expiry.edit.setText("2022-08-31")
    page.vial_doses.edit.setText("10")
    page.vials.edit.setText("x")
    assert page.message.text() == "Type whole numbers of vials and doses."
    page.vials.edit.setText("2")
    page.vvm.choose("2")
    room.key(Key.Key_F9)
    found = newest(room)
    assert (found.doses, found.vvm, found.lot.lot_number) == (20, 2, "T-1")


def test_waste_asks_why_and_never_more_than_there_is(room: Room) -> None:
    room.receive()
    room.key(Key.Key_F3)
    room.type("20")
    assert (
        save_words(room) == "Waste 40 doses (20 vials)"
        and not room.screen.move_page.save.isEnabled()
    )
    room.key(Key.Key_1, alt=True)
    room.key(Key.Key_F9)
    assert "only 20 doses" in room.screen.move_page.message.text() and room.on_hand() == 20
    room.screen.move_page.vials.edit.setText("2")
    room.key(Key.Key_F9)
    assert (room.on_hand(), newest(room).reason) == (16, "broken")


def test_an_open_vial_is_wasted_as_it_is(room: Room) -> None:
    loaded(room)
    room.practice.journal.append([VialOpened("covid-inact-sinovac", "S-1", 19112, 2)], user="n")
    room.look()
    room.key(Key.Key_F3)
    page = room.screen.move_page
    page.place.choose("vial")
    assert not page.vials.isVisible() and save_words(room) == "Waste 2 doses (1 vial)"
    room.key(Key.Key_7, alt=True)
    room.key(Key.Key_F9)
    assert (room.on_hand(), newest(room).reason) == (18, "contaminated")
    assert room.screen.board.vial.isHidden()


def test_a_count_that_differs_asks_why_and_one_that_agrees_does_not(room: Room) -> None:
    loaded(room)
    room.key(Key.Key_F4)
    page = room.screen.move_page
    room.type("4")
    assert save_words(room) == "Counted: 8 doses (4 vials), as in the book"
    assert page.save.isEnabled() and page.why.isHidden()
    page.doses.edit.setText("1")
    assert save_words(room) == "Counted: 9 doses (4 vials and 1), +1 against the book"
    assert not page.save.isEnabled()
    room.key(Key.Key_4, alt=True)
    room.key(Key.Key_F9)
    assert room.places() == {None: 12, SESSION: 9}
    assert (newest(room).kind, newest(room).counted, newest(room).reason) == (
        Kind.COUNTED,
        9,
        "found",
    )
    assert "counted today 12:00 by Nurse Test" in room.screen.board.counted.text()


def test_a_return_from_the_box_needs_no_reason_and_one_to_the_depot_does(room: Room) -> None:
    loaded(room)
    room.key(Key.Key_F5)
    room.type("1")
    room.key(Key.Key_F9)
    assert room.places() == {None: 14, SESSION: 6}
    room.key(Key.Key_F5)
    room.screen.move_page.place.choose("depot")
    room.type("2")
    assert not room.screen.move_page.save.isEnabled()
    room.key(Key.Key_1, alt=True)
    room.key(Key.Key_F9)
    assert room.places() == {None: 10, SESSION: 6}


def test_escape_writes_nothing_down(room: Room) -> None:
    room.receive()
    room.key(Key.Key_F3)
    room.type("2")
    room.key(Key.Key_1, alt=True)
    room.key(Key.Key_Escape)
    assert room.shows(room.screen.board) and room.on_hand() == 20


def test_a_scan_that_is_no_vial_is_said_in_the_form(room: Room) -> None:
    room.key(Key.Key_F2)
    room.scan("370826198001010014")
    assert room.screen.move_page.scan.said.text()
    assert room.screen.move_page.form.vials == ""


def test_a_lot_that_may_be_read_wrongly_is_said_before_it_is_received(room: Room) -> None:
    room.key(Key.Key_F2)
    room.scan(vial_code(SINOVAC) + "21SER01")  # the separator after the lot was left out
    assert "left out a separator" in room.screen.move_page.scan.said.text()
    assert room.screen.move_page.form.lot == "S-121SER01"


def test_a_lot_that_is_not_here_can_be_recalled_by_its_number(room: Room) -> None:
    room.key(Key.Key_F6)  # with nothing on board
    page = room.screen.move_page
    assert page.title.text() == "A lot is recalled" and not page.vials.isVisible()
    page.product.choose("covid-inact-sinovac")
    page.lot.edit.setText("FAR")
    room.key(Key.Key_F9)
    assert room.shows(room.screen.reason)
    assert lots.all_standing(room.practice.journal) == []  # the notice, and who may, come next
