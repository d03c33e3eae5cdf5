"""A birth date is as exact as it is known: the day, the month, or the year alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.birth_date import (
    Precision,
    last_birth_date,
    read_birth_date,
    write_birth_date,
)


@pytest.mark.parametrize(
    ("text", "first", "known_to"),
    [
        ("1980-05-17", date(1980, 5, 17), Precision.DAY),
        ("1980/5/7", date(1980, 5, 7), Precision.DAY),
        ("1980年5月7日", date(1980, 5, 7), Precision.DAY),
        ("1980.05", date(1980, 5, 1), Precision.MONTH),
        ("1980年5月", date(1980, 5, 1), Precision.MONTH),
        ("1980", date(1980, 1, 1), Precision.YEAR),
        ("1980年", date(1980, 1, 1), Precision.YEAR),
    ],
)
def test_it_is_read_as_people_write_it(text: str, first: date, known_to: Precision) -> None:
    assert read_birth_date(text) == (first, known_to)


@pytest.mark.parametrize("text", ["", "80", "1980-13", "1980-02-30", "0000", "about 1980", "1980-"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_birth_date(text)


@given(st.dates(), st.sampled_from(Precision))
def test_what_is_written_is_read_again(day: date, known_to: Precision) -> None:
    text = write_birth_date(day, known_to)
    first, read_to = read_birth_date(text)
    assert (write_birth_date(first, read_to), read_to) == (text, known_to)
    assert first <= day <= last_birth_date(first, known_to)


def test_the_last_day_is_the_last_of_the_month_or_year() -> None:
    assert last_birth_date(date(1980, 2, 1), Precision.MONTH) == date(1980, 2, 29)
    assert last_birth_date(date(9999, 12, 1), Precision.MONTH) == date(9999, 12, 31)
    assert last_birth_date(date(1981, 1, 1), Precision.YEAR) == date(1981, 12, 31)
    assert last_birth_date(date(1981, 3, 4), Precision.DAY) == date(1981, 3, 4)


def test_nothing_known_is_written_as_nothing() -> None:
    assert write_birth_date(None, Precision.DAY) == ""
