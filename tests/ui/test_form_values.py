"""What was typed is taken for what it means, or named as what is wrong with it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from fieldapp.domain.birth_date import Precision
from fieldapp.ui.form_values import (
    BadField,
    birth_of,
    chosen_of,
    day_of,
    expiry_of,
    moment_of,
    phone_of,
    time_of,
)

TODAY = date(2021, 8, 1)
NOW = datetime(2021, 8, 1, 12, 0)


@pytest.mark.parametrize("text", ["2021-07-05", "2021/07/05", "2021.07.05"])
def test_a_day_may_be_written_with_any_of_the_usual_marks(text: str) -> None:
    assert day_of(text, TODAY) == date(2021, 7, 5)


@pytest.mark.parametrize(
    ("text", "names"),
    [("", "not a date"), ("5 July", "not a date"), ("2021-02-30", "not a date"),
     ("2021-08-02", "future"), ("1979-12-31", "before the person was born")],
)  # fmt: skip
def test_a_day_that_cannot_be_is_named(text: str, names: str) -> None:
    with pytest.raises(BadField, match=names):
        day_of(text, TODAY, least=date(1980, 1, 1))


def test_a_vial_that_names_its_month_is_usable_to_the_end_of_it() -> None:
    assert expiry_of("2023-02") == date(2023, 2, 28)
    assert expiry_of("2023/12") == date(2023, 12, 31)
    assert expiry_of("2023-12-05") == date(2023, 12, 5)
    assert expiry_of("") is None
    with pytest.raises(BadField, match="expiry"):
        expiry_of("2023-13")


def test_times_are_of_24_hours_and_over() -> None:
    assert time_of("9:05") == time_of("09：05") == time(9, 5)
    assert moment_of("2021-08-01", "11:59", NOW) == datetime(2021, 8, 1, 11, 59)
    for clock_time, names in (("25:00", "HH:MM"), ("noon", "HH:MM"), ("12:01", "future")):
        with pytest.raises(BadField, match=names):
            moment_of("2021-08-01", clock_time, NOW)


def test_a_phone_is_kept_so_that_it_can_be_called() -> None:
    assert phone_of("139 0000 0000", TODAY) == "+8613900000000"
    assert phone_of("", TODAY) is None
    with pytest.raises(BadField, match="phone"):
        phone_of("12", TODAY)


def test_what_must_be_chosen_is_asked_for() -> None:
    assert chosen_of("bibp", "Which?") == "bibp"
    with pytest.raises(BadField, match="Which"):
        chosen_of("", "Which?")


def test_a_birth_date_is_taken_as_far_as_it_is_known() -> None:
    assert birth_of("", TODAY) == (None, Precision.DAY)
    assert birth_of("1980/05/17", TODAY) == (date(1980, 5, 17), Precision.DAY)
    assert birth_of("1980", TODAY) == (date(1980, 1, 1), Precision.YEAR)
    assert birth_of("2021", TODAY) == (date(2021, 1, 1), Precision.YEAR)
    for text, words in (("80", "or the year alone"), ("2022", "future"), ("2021-09", "future")):
        with pytest.raises(BadField, match=words):
            birth_of(text, TODAY)
