from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fieldapp.domain.documents import provisional

TODAY = date(2026, 11, 23)
numbers = st.builds(
    provisional.make,
    st.integers(1, provisional.MAX_STATION),
    st.integers(1, provisional.MAX_COUNTER),
)


@given(st.integers(1, provisional.MAX_STATION), st.integers(1, provisional.MAX_COUNTER))
def test_a_number_says_who_issued_it_and_for_which_person(station: int, counter: int) -> None:
    fields = provisional.read(provisional.make(station, counter), TODAY).fields
    assert (fields["station"], fields["counter"]) == (station, counter)


@given(numbers)
def test_it_may_be_typed_without_hyphens_and_in_small_letters(number: str) -> None:
    for typed in (number.lower(), number.replace("-", " "), number.replace("-", "")):
        assert provisional.read(typed, TODAY).fields["normalized"] == number


@given(numbers, st.integers(2, 12), st.sampled_from("0123456789"))
def test_any_single_wrong_digit_is_caught(number: str, place: int, wrong: str) -> None:
    plain = number.replace("-", "")
    assume(plain[place] != wrong)
    mistyped = plain[:place] + wrong + plain[place + 1 :]
    assert provisional.read(mistyped, TODAY).error == "CHECK_DIGIT"


@given(numbers, st.integers(2, 11))
def test_two_neighbours_swapped_are_caught(number: str, place: int) -> None:
    plain = number.replace("-", "")
    assume(plain[place] != plain[place + 1])
    swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    assert provisional.read(swapped, TODAY).error == "CHECK_DIGIT"


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    number = provisional.make(10, 1)
    looks_like = number.replace("0", "O").replace("1", "l")
    assert provisional.read(looks_like, TODAY).fields["normalized"] == number


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "EMPTY"),
        ("NP-000012-0034-K", "LENGTH"),
        ("MP-000012-00345-K", "PREFIX"),
        ("NP-0000A2-00345-K", "CHARACTERS"),
        ("NP-000012-00345-7", "CHARACTERS"),
    ],
)
def test_the_first_fault_is_named(text: str, fault: str) -> None:
    assert provisional.read(text, TODAY).error == fault


def test_a_laptop_without_device_number_issues_under_its_random_epoch() -> None:
    assert provisional.station_of(12, b"any epoch") == 12
    one = provisional.station_of(0, bytes(8))
    other = provisional.station_of(0, bytes(7) + b"\x01")
    assert one >= 500_000 and one != other
    assert provisional.station_of(0, b"\xff" * 8) <= provisional.MAX_STATION


def test_what_does_not_fit_is_never_issued() -> None:
    for station, counter in ((0, 1), (1, 0), (1_000_000, 1), (1, 100_000)):
        with pytest.raises(ValueError, match="does not fit"):
            provisional.make(station, counter)
    with pytest.raises(ValueError, match="no room"):
        provisional.station_of(500_000, b"")
