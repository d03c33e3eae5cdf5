from __future__ import annotations

from datetime import date

from fieldapp.domain.documents.reading import calendar_date, compact, refused, shape_fault


def test_what_input_methods_and_readers_add_is_taken_away() -> None:
    assert compact("１１０１ ０5\u3000x\r\n") == "110105X"
    assert compact("\ufeff123\u200b4\x02") == "1234"


def test_digits_of_other_scripts_are_not_taken_for_ours() -> None:
    assert shape_fault(compact("١٢٣"), (3,), "[0-9]+") == "CHARACTERS"


def test_the_first_fault_of_a_shape_is_named() -> None:
    assert shape_fault("", (3,), "[0-9]+") == "EMPTY"
    assert shape_fault("12A4", (3,), "[0-9]+") == "LENGTH"
    assert shape_fault("12A", (3,), "[0-9]+") == "CHARACTERS"
    assert shape_fault("123", (3,), "[0-9]+") is None


def test_a_day_that_the_calendar_lacks_is_none() -> None:
    assert calendar_date("2024", "02", "29") == date(2024, 2, 29)
    assert calendar_date("1900", "02", "29") is None
    assert calendar_date("0000", "01", "01") is None


def test_a_refused_reading_holds_no_fields() -> None:
    assert refused("LENGTH").fields == {} and refused("LENGTH").error == "LENGTH"
