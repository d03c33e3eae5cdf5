"""Promises of finding who has booked: by code or document, told in words, never a refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fieldapp.actions.booked import (
    booked_by_code,
    booked_by_documents,
    day_of,
    is_booking_day,
    session_here,
    sessions_today,
    was_here,
)
from fieldapp.actions.known_history import History
from fieldapp.actions.moments import site_today
from fieldapp.domain.booking import Timing
from fieldapp.domain.client import Document
from fieldapp.journal.journal import Journal
from fieldapp.journal.sightings import Sighting
from fieldapp.wire.bookings import code_text
from fieldapp.wire.facts import SessionOpened
from tests.journal.laptop import NURSE, Laptop
from tests.journal.roster.filled import PASSPORT, booking_day, fill_bookings, seat

OTHER = Document("passport", "C7654321")
CODE = code_text(b"code1")


def test_a_code_or_a_document_finds_the_booking(journal: Journal) -> None:
    today = booking_day(journal, [], [seat()])
    fill_bookings(journal, today)
    by_code, by_paper = booked_by_code(journal, CODE), booked_by_documents(journal, [PASSPORT])
    assert by_code is not None and by_code == by_paper
    assert (by_code.timing, by_code.here, by_code.seat) == (Timing.EARLY, True, seat())
    assert by_code.begins == by_code.kept_until - timedelta(minutes=50)
    assert day_of(today) == by_code.begins.date()


def test_who_has_no_booking_is_nobody_special(journal: Journal) -> None:
    fill_bookings(journal, booking_day(journal, [seat()]))
    assert booked_by_code(journal, code_text(b"code2")) is None
    assert booked_by_documents(journal, [OTHER]) is None
    assert booked_by_documents(journal, []) is None


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, Timing.NOW), (30, Timing.LATE), (60, Timing.FREE), (24 * 60, Timing.OTHER_DAY)],
)
def test_the_time_is_told_by_the_clock_of_the_place(
    laptop: Laptop, minutes: int, told: Timing
) -> None:
    journal = laptop.open()
    fill_bookings(journal, booking_day(journal, [seat()]))
    laptop.clock.wall += timedelta(minutes=minutes)
    found = booked_by_documents(journal, [PASSPORT])
    assert found is not None and found.timing is told


def test_todays_booking_comes_before_another_days(journal: Journal) -> None:
    early = booking_day(journal, [seat(b"code0")], days=-1, no=1)
    fill_bookings(journal, early, booking_day(journal, [seat()], no=2))
    found = booked_by_documents(journal, [PASSPORT])
    assert found is not None and found.session.no == 2


def test_the_place_of_the_operation_says_which_session_is_here(journal: Journal) -> None:
    clinic = booking_day(journal, [seat()], no=1)
    market = booking_day(journal, [], no=2, name="Market Square")
    fill_bookings(journal, clinic, market)
    assert sessions_today(journal) == [clinic, market]
    assert session_here(journal) is None, "two may be meant"
    found = booked_by_code(journal, CODE)
    assert found is not None and found.here is None
    journal.append([SessionOpened("s", " market  square", 1, "p")], user=NURSE.login)
    assert session_here(journal) == market
    found = booked_by_code(journal, CODE)
    assert found is not None and found.here is False


@pytest.mark.parametrize(
    ("place", "here"),
    [("port clinic, north gate", True), ("港口接种点", True), ("Port", True), ("Lakeside", None)],
)
def test_a_place_written_otherwise_is_still_here_and_another_is_not(
    journal: Journal, place: str, here: bool | None
) -> None:
    fill_bookings(journal, booking_day(journal, [seat()]))
    journal.append([SessionOpened("s", place, 1, "p")], user=NURSE.login)
    found = booked_by_code(journal, CODE)
    assert found is not None and found.here is here


def test_a_day_of_bookings_is_one_on_which_somebody_may_come(journal: Journal) -> None:
    assert not is_booking_day(journal)
    fill_bookings(journal, booking_day(journal, [seat()], days=1))
    assert not is_booking_day(journal)
    fill_bookings(journal)


def test_a_country_that_is_in_no_list_is_not_told(journal: Journal) -> None:
    fill_bookings(journal, booking_day(journal, [seat(nationality="XXX")]))
    found = booked_by_code(journal, CODE)
    assert found is not None and found.nationality is None
    assert day_of(found.session) == site_today(journal.clock)


def test_what_another_lane_saw_today_counts_when_it_is_sure() -> None:
    nothing, today = History((), None), date(2021, 8, 1)
    sure = Sighting("Boat 2", 600, "covid-inact-bibp", True)
    assert was_here(nothing, sure, today)
    assert not was_here(nothing, replace(sure, sure=False), today)
    assert not was_here(nothing, None, today)
