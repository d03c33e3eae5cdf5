"""Promises of hours: slots of one length, on the clock of the place, none that nobody can use."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from fieldapp.hub.booking.errors import BadSession
from fieldapp.hub.booking.hours import Hours, check
from tests.hub.booking.desk import DAY, HOURS, TODAY


def test_an_hour_is_cut_into_slots_on_the_clock_of_the_place() -> None:
    slots = list(HOURS.slots())
    first = datetime(2021, 7, 5, 1, 0, tzinfo=UTC)  # nine o'clock at UTC+8
    assert [begins for begins, _ in slots] == [
        int((first + timedelta(minutes=20 * n)).timestamp()) for n in range(3)
    ]
    assert all(ends - begins == 1200 for begins, ends in slots)


def test_minutes_left_over_are_nobodys() -> None:
    assert len(list(replace(HOURS, ends=time(10, 19)).slots())) == 3


def test_good_hours_are_good_today_too() -> None:
    check(HOURS, TODAY)
    check(HOURS, DAY)


@pytest.mark.parametrize(
    ("hours", "why"),
    [
        (replace(HOURS, day=TODAY - timedelta(days=1)), "its day is past"),
        (replace(HOURS, day=TODAY + timedelta(days=181)), "more than 180 days ahead"),
        (replace(HOURS, slot_min=7), "length of a slot"),
        (replace(HOURS, seats=0), "seats in a slot"),
        (replace(HOURS, seats=1001), "seats in a slot"),
        (replace(HOURS, ends=time(9)), "no room for one slot"),
        (replace(HOURS, ends=time(8)), "no room for one slot"),
    ],
)
def test_hours_that_cannot_be_are_said(hours: Hours, why: str) -> None:
    with pytest.raises(BadSession, match=why):
        check(hours, TODAY)
