"""Promises of the day's list: who came, who is missing, who came without, what is anybody's."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from fieldapp.actions.booked_day import BookedDay, Presence, booked_day
from fieldapp.actions.note_attended import note_attended
from fieldapp.domain.client import Document
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster.bookings import keep_bookings
from fieldapp.wire.facts import DoseVoided
from tests.journal.laptop import NURSE, Laptop, give, register
from tests.journal.roster.filled import (
    WANG_ID,
    booking_day,
    booking_list,
    dose,
    fill_bookings,
    seat,
    somebody,
)
from tests.journal.roster.filled import fill as fill_people

NOON = datetime(2021, 8, 1, 12, 0)  # on the clock of the site
PAPERS = [Document("passport", f"C000000{n}") for n in range(5)]
CODES = [f"code{n}".encode() for n in range(5)]


def day(journal: Journal, wanted: int | None = None) -> BookedDay:
    found = booked_day(journal, wanted)
    assert found is not None
    return found


def fill(journal: Journal) -> None:
    """Two slots of two seats: two people in the first, one in the second."""
    people = [seat(CODES[n], PAPERS[n]) for n in range(3)]
    fill_bookings(journal, booking_day(journal, people[:2], people[2:]))


def stands(at: BookedDay) -> list[Presence]:
    return [line.presence for line in at.lines]


def test_on_a_day_without_bookings_there_is_no_list(journal: Journal) -> None:
    assert booked_day(journal) is None
    fill_bookings(journal, booking_day(journal, [seat()], days=1))
    assert booked_day(journal) is None


def test_whoever_had_a_dose_came_and_others_are_walk_ins(journal: Journal) -> None:
    fill(journal)
    booked, stranger = register(journal, "Anna", PAPERS[0]), register(journal, "Bob", PAPERS[4])
    at = day(journal)
    assert [line.client and line.client.details.name for line in at.lines] == ["Anna", None, None]
    assert (at.seats, at.left, at.walk_ins, at.count(Presence.EXPECTED)) == (4, 1, 0, 3)
    give(journal, booked, occurred=NOON)
    give(journal, stranger, occurred=NOON)
    at = day(journal)
    assert stands(at) == [Presence.CAME, Presence.EXPECTED, Presence.EXPECTED]
    assert (at.walk_ins, at.left) == (1, 0)


def test_whoever_had_a_dose_at_another_team_today_came_too(journal: Journal) -> None:
    fill_people(journal, somebody("王小明", dose((NOON.date() - date(1970, 1, 1)).days)))
    listed = booking_day(journal, [seat(document=WANG_ID)])
    keep_bookings(journal, booking_list(listed))
    (line,) = day(journal).lines
    assert line.presence is Presence.CAME and line.client is not None


def test_a_dose_struck_through_makes_nobody_come(journal: Journal) -> None:
    fill(journal)
    dose = give(journal, register(journal, "Anna", PAPERS[0]), occurred=NOON)
    journal.append([DoseVoided(journal.ref(dose), "wrong-person")], user=NURSE.login)
    assert stands(day(journal))[0] is Presence.EXPECTED


def test_seats_of_those_who_do_not_come_are_anybodys_in_half_an_hour(laptop: Laptop) -> None:
    journal = laptop.open()
    fill(journal)
    note_attended(journal, 1, CODES[0], came=True, user=NURSE.login)
    laptop.clock.wall += timedelta(minutes=21)
    assert stands(day(journal)) == [Presence.NOTED, Presence.LATE, Presence.EXPECTED]
    assert day(journal).left == 1
    laptop.clock.wall += timedelta(minutes=30)
    at = day(journal)
    assert stands(at) == [Presence.NOTED, Presence.MISSING, Presence.LATE]
    assert at.left == 2


def test_who_is_taken_back_is_awaited_again(journal: Journal) -> None:
    fill(journal)
    for came in (True, False):
        note_attended(journal, 1, CODES[1], came=came, user=NURSE.login)
    assert stands(day(journal))[1] is Presence.EXPECTED


def test_another_of_todays_places_is_shown_when_it_is_asked_for(journal: Journal) -> None:
    first, second = booking_day(journal, [seat()]), booking_day(journal, [], no=2, name="Market")
    fill_bookings(journal, first, second)
    assert (day(journal).session, day(journal).others) == (first, (second,))
    assert day(journal, 2).session == second and day(journal, 2).lines == ()


def test_there_are_never_fewer_than_no_seats_left(journal: Journal) -> None:
    fill_bookings(journal, booking_day(journal, [seat()]))
    for n in range(3):
        give(journal, register(journal, f"Walk {n}", PAPERS[n]), occurred=NOON)
    assert (day(journal).walk_ins, day(journal).left) == (3, 0)
