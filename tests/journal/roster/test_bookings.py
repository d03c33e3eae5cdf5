"""Promises of the bookings that are here: whole, newest, under the lease, and soon forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fieldapp.journal.journal import Journal
from fieldapp.journal.leases import store_lease
from fieldapp.journal.roster.access import reading
from fieldapp.journal.roster.bookings import cursors, keep_bookings, sessions
from fieldapp.wire.bookings import OlderBookings
from fieldapp.wire.errors import BadSignature, Undecodable
from tests.journal.hub import enrol
from tests.journal.laptop import Laptop
from tests.journal.roster.filled import (
    LIFE_S,
    PASSPORT,
    booking_day,
    booking_list,
    fill_bookings,
    lend,
    now_s,
    seat,
)


def test_a_list_replaces_the_one_before_whole(journal: Journal) -> None:
    today, later = booking_day(journal, [seat()]), booking_day(journal, [seat()], days=2, no=2)
    fill_bookings(journal, later, today)
    assert sessions(journal) == [today, later]
    assert dict(cursors(journal)) == {"bookings": 0, "bookings/north": 1}
    keep_bookings(journal, booking_list(later, version=2))
    assert sessions(journal) == [later]
    assert dict(cursors(journal))["bookings/north"] == 2


def test_an_older_list_changes_nothing_whichever_road_it_comes_by(journal: Journal) -> None:
    today = booking_day(journal, [seat()])
    fill_bookings(journal)
    keep_bookings(journal, booking_list(today, version=5))
    with pytest.raises(OlderBookings):
        keep_bookings(journal, booking_list(version=4))
    assert sessions(journal) == [today]


def test_without_a_lease_nobody_is_asked_for_or_told(journal: Journal) -> None:
    enrol(journal)
    assert (list(cursors(journal)), sessions(journal)) == ([], [])
    with pytest.raises(Undecodable):
        keep_bookings(journal, booking_list(booking_day(journal, [seat()])))


def test_a_hub_that_is_not_ours_is_not_heard(journal: Journal) -> None:
    with pytest.raises(BadSignature):
        keep_bookings(journal, booking_list())


@pytest.mark.parametrize("other", [{"key_id": 1, "region": "south"}])
def test_a_region_that_is_not_lent_is_passed_over(
    journal: Journal, other: dict[str, object]
) -> None:
    fill_bookings(journal)
    with pytest.raises(Undecodable):
        keep_bookings(journal, booking_list(booking_day(journal), **other))  # type: ignore[arg-type]  # keywords


def test_a_day_after_the_session_its_people_are_gone_from_the_file(laptop: Laptop) -> None:
    journal = laptop.open()
    today, later = booking_day(journal, [seat()]), booking_day(journal, [], days=3, no=2)
    fill_bookings(journal, today, later)
    laptop.clock.wall += timedelta(days=1)
    assert sessions(journal) == [today, later]
    laptop.clock.wall += timedelta(days=1)
    store_lease(journal, lend(journal, issued=now_s(journal)))
    assert sessions(journal) == [later]
    roster = reading(journal)
    assert roster is not None
    bodies = [bytes(body) for (body,) in roster.reader.rows("SELECT body FROM bookings")]
    assert not any(PASSPORT.number.encode() in body for body in bodies)


def test_a_clock_that_was_ahead_costs_no_list(laptop: Laptop) -> None:
    journal = laptop.open()
    today = booking_day(journal, [seat()])
    fill_bookings(journal, today)
    laptop.clock.wall += timedelta(days=5)
    assert sessions(journal) == []
    laptop.clock.wall -= timedelta(days=5)
    assert dict(cursors(journal))["bookings/north"] == 0, "it is asked for again"
    keep_bookings(journal, booking_list(today))
    assert sessions(journal) == [today]
    assert dict(cursors(journal))["bookings/north"] == 1


def test_when_the_lease_ends_nobody_who_booked_is_known(laptop: Laptop) -> None:
    journal = laptop.open()
    fill_bookings(journal, booking_day(journal, [seat()], days=14))
    laptop.clock.wall += timedelta(seconds=LIFE_S + 60)
    assert (sessions(journal), list(cursors(journal))) == ([], [])


def test_a_region_pulled_twice_tells_of_a_session_once(journal: Journal) -> None:
    today = booking_day(journal, [seat()])
    fill_bookings(journal, today)
    keep_bookings(journal, booking_list(today, version=2))
    assert sessions(journal) == [today]
