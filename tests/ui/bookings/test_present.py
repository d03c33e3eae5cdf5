"""The day of bookings in words: everybody by time, and sums that add up."""

from __future__ import annotations

import pytest

from fieldapp.actions.booked_day import BookedDay, BookedLine, Presence
from fieldapp.domain.client import Client, ClientDetails, Document
from fieldapp.ui.bookings.present import booked_page
from fieldapp.wire.bookings import Seat, Session, Slot

SEAT = Seat(b"code1", Document("passport", "C01234567"), "DEU", "en", None, False)
SLOT = Slot(1_627_784_400, 1_627_785_600, 2)  # 10:20 to 10:40 in Shanghai
SESSION = Session(7, "Port clinic", "港口接种点", "p", 18_840, 480, (SLOT, SLOT))
ANNA = Client(bytes(32), ClientDetails("Anna", (SEAT.document,)))


def line(presence: Presence, client: Client | None = None) -> BookedLine:
    return BookedLine(SLOT, SEAT, presence, client)


def test_a_line_says_who_when_and_whether_they_are_here() -> None:
    (row,) = booked_page(BookedDay(SESSION, (line(Presence.CAME, ANNA),), 0)).rows
    assert (row.session, row.time, row.who) == (7, "10:20", "Anna")
    assert row.paper.startswith("Passport ") and "C01234567" not in row.paper
    assert row.code.startswith("BK-") and row.presence.words == "came, written down"


@pytest.mark.parametrize(
    ("presence", "note", "back"),
    [(Presence.EXPECTED, True, False), (Presence.MISSING, True, False),
     (Presence.NOTED, False, True), (Presence.CAME, False, False)],
)  # fmt: skip
def test_who_came_is_noted_once_and_only_a_note_is_taken_back(
    presence: Presence, note: bool, back: bool
) -> None:
    (row,) = booked_page(BookedDay(SESSION, (line(presence),), 0)).rows
    assert (row.may_note, row.may_take_back) == (note, back)
    assert row.who == "not known here"


def test_the_sums_are_those_of_the_lines() -> None:
    lines = tuple(map(line, (Presence.CAME, Presence.NOTED, Presence.LATE, Presence.MISSING)))
    state = booked_page(BookedDay(SESSION, lines, 2))
    assert [number for _, number, _ in state.figures] == ["4", "2", "1", "1", "2", "0 / 4"]
    assert state.title == "Booked today: Port clinic · 1 Aug 2021"
    assert "30 minutes" in state.rule and not state.other


def test_without_a_list_it_is_said_that_nobody_needs_one() -> None:
    assert "without a booking" in booked_page(None).nothing
    assert booked_page(BookedDay(SESSION, (), 0)).nothing == "Nobody has booked here for today."


def test_another_place_of_today_is_named() -> None:
    assert booked_page(BookedDay(SESSION, (), 0, (SESSION,))).other == "Port clinic"
