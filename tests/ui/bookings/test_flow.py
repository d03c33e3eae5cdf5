"""Promises of the day's bookings in the session room: found by keys, noted once, taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from fieldapp.actions.load_vials import Load
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal.attended import attended
from fieldapp.wire.bookings import code_text
from tests.actions.operation import Operation
from tests.journal.roster.filled import booking_day, fill_bookings, seat
from tests.ui.session.conftest import Room, enter, laptop

__all__ = ["enter", "laptop"]
Enter = Callable[..., Room]
Key = Qt.Key
LOT = VaccineLot("bopv", "P-1", None)


def morning(enter: Enter, *, two_places: bool = False) -> Room:
    """An operation at work on a day of bookings."""

    def begin(operation: Operation) -> None:
        operation.start(Load(LOT, 1, 10))
        journal = operation.journal
        days = [booking_day(journal, [seat(), seat(b"code2")])]
        if two_places:
            days.append(booking_day(journal, [seat(b"code3")], no=2, name="Market Square"))
        fill_bookings(journal, *days)

    return enter(before=begin)


def opened(room: Room) -> Room:
    room.key(Key.Key_B, ctrl=True)
    assert room.sees(room.screen.booked)
    return room


def presences(room: Room) -> list[str]:
    return [row.presence.words for row in room.screen.booked.model.lines]


def test_without_bookings_nothing_is_offered(enter: Enter) -> None:
    room = enter(before=lambda operation: operation.start(Load(LOT, 1, 10)))
    assert not room.screen.open.booked.isVisible()
    room.key(Key.Key_B, ctrl=True)
    assert room.sees(room.screen.open)


def test_who_is_here_is_noted_by_a_key_and_taken_back_by_the_same(enter: Enter) -> None:
    room = opened(morning(enter))
    assert presences(room) == ["expected", "expected"]
    room.key(Key.Key_F9)
    assert presences(room) == ["is here", "expected"]
    assert room.screen.booked.said.text() == f"{code_text(b'code1')} is here."
    assert attended(room.operation.journal, 1) == {b"code1": True}
    room.key(Key.Key_F9)
    assert attended(room.operation.journal, 1) == {b"code1": False}
    assert "not here after all" in room.screen.booked.said.text()
    room.key(Key.Key_Escape)
    assert room.sees(room.screen.open)


def test_the_chosen_one_is_sent_to_the_desk_by_their_code(enter: Enter) -> None:
    room, sent = opened(morning(enter)), list[str]()
    room.flow.desk_requested.connect(sent.append)
    room.key(Key.Key_Down)
    room.key(Key.Key_F4)
    assert sent == [code_text(b"code2")]


def test_another_of_todays_places_is_a_key_away(enter: Enter) -> None:
    room = opened(morning(enter, two_places=True))
    assert "Port clinic" in room.screen.booked.title.text()
    room.key(Key.Key_F3)
    assert "Market Square" in room.screen.booked.title.text()
    room.key(Key.Key_F3)
    assert "Port clinic" in room.screen.booked.title.text()


def test_the_list_is_read_again_when_the_room_is(enter: Enter) -> None:
    room = opened(morning(enter))
    fill_bookings(room.operation.journal)  # they were called off meanwhile
    room.look()
    assert room.screen.booked.model.lines == [] and room.screen.booked.nothing.isVisible()
