"""The stock room at work: keyboard and scanner alone, nothing written down by an Enter."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.load_box import load_box
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal import stock
from fieldapp.wire.facts import VialOpened
from tests.journal.laptop import NURSE
from tests.ui.stock.conftest import SESSION, SINOVAC, Key, Room, vial_code

OLD = VaccineLot("covid-inact-sinovac", "OLD", date(2021, 7, 31))


def test_the_board_shows_the_lots_and_what_needs_somebody(room: Room) -> None:
    room.receive()
    room.receive(OLD, vials=3)
    board = room.screen.board
    assert [line.lot_number for line in board.table.lots.lines] == ["OLD", "S-1"]
    assert [tile.number.text() for tile in board.tiles] == ["–", "–", "–", "26"]
    assert board.alert.title.text() == "Lot OLD expired 31 Jul 2021"
    room.key(Key.Key_F9)
    assert room.shows(room.screen.move_page)
    assert room.screen.move_page.title.text() == "Return: CoronaVac OLD"


def test_an_empty_room_says_how_to_begin(room: Room) -> None:
    assert room.screen.board.nothing.isVisible()
    assert not room.screen.board.alert.isVisible()


def test_a_scan_over_the_board_chooses_a_lot_or_begins_to_receive_it(room: Room) -> None:
    room.receive()
    room.receive(OLD)
    room.scan(vial_code(SINOVAC))
    chosen = room.screen.board.table.chosen
    assert chosen is not None and chosen.lot_number == "S-1"
    assert room.shows(room.screen.board)
    other = VaccineLot("covid-inact-sinovac", "NEW", date(2022, 9, 30))
    room.scan(vial_code(other))
    form = room.screen.move_page.form
    assert (form.lot, form.vials, form.expiry) == ("NEW", "1", "2022-09-30")
    assert room.on_hand(other) == 0


def test_what_is_no_vial_is_said_and_changes_nothing(room: Room) -> None:
    room.receive()
    room.scan("370826198001010014")
    assert room.shows(room.screen.board) and room.said
    room.scan("0101234567890128")
    assert "not in the vaccine catalogue" in room.said


def test_a_movement_is_taken_back_by_another(room: Room) -> None:
    room.receive()
    room.key(Key.Key_Z, ctrl=True)
    page = room.screen.movements
    assert room.shows(page)
    assert [line.what for line in page.model.lines] == ["Received"]
    room.key(Key.Key_Z, ctrl=True)
    assert room.on_hand() == 0
    assert [line.struck for line in page.model.lines] == [True, True]
    assert page.message.text() == "Taken back. Both stay in the list."
    assert not page.undo.isEnabled()
    room.key(Key.Key_Escape)
    assert room.shows(room.screen.board)


def test_a_vial_that_was_open_for_too_long_is_thrown_away_by_one_key(room: Room) -> None:
    room.open_session()
    journal = room.practice.journal
    load_box(journal, Amount.of_vials(SINOVAC, 2, 2), SESSION, user=NURSE.login)
    journal.append([VialOpened("covid-inact-sinovac", "S-1", 19112, 2)], user=NURSE.login)
    room.look()
    assert room.screen.board.vial.left.text() == "2 of 2 doses left"
    room.laptop.clock.pass_s(6 * 3600)
    room.look()
    assert room.screen.board.alert.title.text() == "A vial was open for too long"
    room.key(Key.Key_F9)
    assert (room.on_hand(), room.said) == (2, "The vial is put away, 2 doses wasted.")
    assert not room.screen.board.alert.isVisible()


def test_f9_right_after_a_scan_does_nothing(room: Room) -> None:
    room.receive(OLD)
    room.scan("370826198001010014")
    room.screen._go_on()
    assert room.shows(room.screen.board)


def test_a_dose_given_elsewhere_in_the_app_is_seen_soon(room: Room) -> None:
    room.receive()
    journal = room.practice.journal
    load_box(journal, Amount.of_vials(SINOVAC, 1, 2), SESSION, user=NURSE.login)
    room.flow.look_soon()
    room.qtbot.waitUntil(lambda: room.flow.seen is not None and bool(stock.movements(journal, 9)))
    room.settle()
    assert room.flow.seen is not None and room.flow.seen.on_board == 20


def test_after_the_lock_nothing_is_looked_at_any_more(room: Room) -> None:
    room.flow.stop()
    seen = room.flow.seen
    room.flow.refresh()
    room.qtbot.wait(50)
    assert room.flow.seen is seen
