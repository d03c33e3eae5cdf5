from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.documents import resident_id

TODAY = date(2026, 11, 23)


def made_up(birth: date, order: int = 7, region: str = "370826") -> str:
    return resident_id.complete(f"{region}{birth:%Y%m%d}{order:03d}")


people = st.builds(
    made_up,
    birth=st.dates(date(1880, 1, 1), TODAY),
    order=st.integers(0, 999),
    region=st.sampled_from(sorted(resident_id.PROVINCES)).map(lambda province: province + "0101"),
)


@given(st.dates(date(1880, 1, 1), TODAY), st.integers(0, 999))
def test_a_valid_number_reads_back_its_birth_date_and_sex(birth: date, order: int) -> None:
    reading = resident_id.read(made_up(birth, order), TODAY)
    assert reading.error is None
    assert reading.fields["birth_date"] == birth.isoformat()
    assert reading.fields["sex"] == ("M" if order % 2 else "F")


@given(people, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_single_wrong_character_is_refused(number: str, place: int, wrong: str) -> None:
    mistyped = number[:place] + wrong + number[place + 1 :]
    assert (resident_id.read(mistyped, TODAY).error is None) == (mistyped == number)


@given(people, st.integers(0, 16))
def test_two_neighbours_swapped_are_refused(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert (resident_id.read(swapped, TODAY).error is None) == (swapped == number)


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_published_examples_are_valid(number: str) -> None:
    assert resident_id.read(number, TODAY).error is None


@pytest.mark.parametrize("region", ["710000", "810000", "820000", "830000", "659012", "371799"])
def test_residence_permits_and_counties_of_any_year_are_known(region: str) -> None:
    assert resident_id.read(made_up(date(1990, 5, 1), region=region), TODAY).error is None


@pytest.mark.parametrize("region", ["830100", "910000", "160101", "010101", "470101"])
def test_a_province_that_does_not_exist_is_refused(region: str) -> None:
    assert resident_id.read(made_up(date(1990, 5, 1), region=region), TODAY).error == "REGION"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("  ", "EMPTY"),
        ("1101051949123100", "LENGTH"),
        ("11010519491231002XX", "LENGTH"),
        ("110105-19491231-002X", "LENGTH"),
        ("1101051949X231002X", "CHARACTERS"),
        ("11010519491231002Y", "CHARACTERS"),
        ("000000190002300000", "REGION"),
        ("110105194913310020", "BIRTH_DATE"),
        ("110105149912310020", "BIRTH_DATE"),
        ("110105194912310021", "CHECK_DIGIT"),
    ],
)
def test_the_first_fault_is_named(text: str, fault: str) -> None:
    assert resident_id.read(text, TODAY).error == fault


def test_somebody_born_today_is_welcome_and_tomorrow_is_not() -> None:
    assert resident_id.read(made_up(TODAY), TODAY).error is None
    tomorrow = made_up(TODAY + timedelta(days=1))
    assert resident_id.read(tomorrow, TODAY).error == "BIRTH_DATE_FUTURE"
    assert resident_id.read(tomorrow[:17] + "A", TODAY).error == "CHARACTERS"


def test_spaces_full_width_and_a_small_x_are_accepted() -> None:
    for text in ("110105 19491231 002x", "１１０１０５１９４９１２３１００２ｘ"):
        assert resident_id.read(text, TODAY).fields["normalized"] == "11010519491231002X"


def test_the_old_form_reads_as_the_new_number_of_the_same_person() -> None:
    old = resident_id.read_15("110105491231002", TODAY)
    assert old.fields == resident_id.read("11010519491231002X", TODAY).fields


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "EMPTY"),
        ("11010549123100", "LENGTH"),
        ("11010519491231002X", "LENGTH"),
        ("11010549123100X", "CHARACTERS"),
        ("990105491231002", "REGION"),
        ("110105491331002", "BIRTH_DATE"),
        ("110105000229002", "BIRTH_DATE"),  # 1900 had no 29 February
    ],
)
def test_the_first_fault_of_the_old_form_is_named(text: str, fault: str) -> None:
    assert resident_id.read_15(text, TODAY).error == fault


@pytest.mark.parametrize("digits", ["", "1" * 16, "1" * 18, "1" * 16 + "X", "١" * 17])
def test_only_17_digits_are_completed(digits: str) -> None:
    with pytest.raises(ValueError, match="17 digits"):
        resident_id.complete(digits)
