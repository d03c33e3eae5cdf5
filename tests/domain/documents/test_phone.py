from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.documents import phone

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        "13900000000",
        "139-0000-0000",
        "+86 139 0000 0000",
        "0086 139 0000 0000",
        "86 13900000000",
        "+86 (0)139 0000 0000",
        "013900000000",
        "tel:+8613900000000",
        "＋８６１３９００００００００",
    ],
)
def test_one_mobile_has_one_number_however_it_is_written(text: str) -> None:
    assert phone.read(text, TODAY).fields == {"e164": "+8613900000000"}


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("0537-1234567", "+865371234567"),
        ("(010) 1234 5678", "+861012345678"),
        ("+86 10 1234 5678", "+861012345678"),
        ("0531 12345678", "+8653112345678"),
    ],
)
def test_a_landline_gets_no_messages(text: str, e164: str) -> None:
    assert phone.read(text, TODAY).fields == {"e164": e164, "sms": False}


@pytest.mark.parametrize(
    ("text", "e164"),
    [("+1 202 555 0123", "+12025550123"), ("00852 5123 4567", "+85251234567")],
)
def test_a_number_abroad_does_not_tell_whether_it_gets_messages(text: str, e164: str) -> None:
    assert phone.read(text, TODAY).fields == {"e164": e164}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "EMPTY"),
        ("+", "EMPTY"),
        ("---", "EMPTY"),
        ("1390000000", "LENGTH"),
        ("139000000000", "LENGTH"),
        ("1234567", "LENGTH"),
        ("+86 1390000000", "LENGTH"),
        ("+1234567890123456", "LENGTH"),
        ("+12345", "LENGTH"),
        ("0537-123456", "LENGTH"),
        ("1390000000O", "CHARACTERS"),
        ("+1 800 FLOWERS", "CHARACTERS"),
        ("٠١٢٣٤٥٦٧٨٩٠", "CHARACTERS"),
        ("23900000000", "PREFIX"),
        ("12000000000", "PREFIX"),
        ("+86 23900000000", "PREFIX"),
        ("+012345678", "PREFIX"),
    ],
)
def test_the_first_fault_is_named(text: str, fault: str) -> None:
    assert phone.read(text, TODAY).error == fault


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_what_was_read_reads_again_as_itself(number: str) -> None:
    e164 = phone.read(number, TODAY).fields["e164"]
    assert phone.read(str(e164), TODAY).fields["e164"] == e164
