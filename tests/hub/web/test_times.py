"""Promises of times: of the place where the teams work, written as people there write them."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.hub.web.times import Place, age
from fieldapp.hub.web.words import CHINESE, ENGLISH, words_of

EVENING_S = 1_625_000_000  # 29 June 2021, 20:53:20 UTC: the next day in China


def test_the_day_is_that_of_the_place() -> None:
    assert Place(480, ENGLISH).moment(EVENING_S) == "30 Jun 2021 04:53"
    assert Place(480, CHINESE).moment(EVENING_S) == "2021-06-30 04:53"
    assert Place(0, ENGLISH).moment_s(EVENING_S) == "29 Jun 2021 20:53:20"


def test_a_day_begins_at_midnight_of_the_place() -> None:
    begins = Place(480, ENGLISH).midnight(date(2021, 6, 30))
    assert begins.isoformat() == "2021-06-30T00:00:00+08:00"


def test_within_a_year_a_day_is_short() -> None:
    assert Place(480, ENGLISH).short_day(date(2021, 6, 9)) == "9 Jun"
    assert Place(480, CHINESE).short_day(date(2021, 6, 9)) == "06-09"


@pytest.mark.parametrize(
    ("written", "told"),
    [("1985-03-03", "3 Mar 1985"), ("1985-03", "Mar 1985"), ("1985", "1985"), ("", "")],
)
def test_a_birth_is_told_as_exactly_as_it_is_known(written: str, told: str) -> None:
    assert Place(480, ENGLISH).birth(written) == told
    assert Place(480, CHINESE).birth(written) == written


def test_the_place_says_how_far_it_is_from_utc() -> None:
    zones = [Place(minutes, ENGLISH).zone for minutes in (480, 0, -210, 345)]
    assert zones == ["UTC+8", "UTC+0", "UTC-3:30", "UTC+5:45"]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (5, "just now"),
        (60, "1 minute ago"),
        (7200, "2 hours ago"),
        (90_000, "25 hours ago"),
        (5 * 86_400, "5 days ago"),
    ],
)
def test_ages_are_told_in_the_unit_that_fits(seconds: int, text: str) -> None:
    assert words_of(ENGLISH).say(age(seconds)) == text
