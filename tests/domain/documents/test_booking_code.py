"""The code of a booking is read however it is typed, and is never taken for anything else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.documents import booking_code
from fieldapp.domain.scan import identify

TODAY = date(2026, 11, 28)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.text(LETTERS, min_size=8, max_size=8).map(lambda x: f"BK-{x[:4]}-{x[4:]}")


@given(codes)
def test_a_scanned_code_is_a_booking(code: str) -> None:
    scan = identify(code, TODAY)
    assert (scan.kind, scan.valid, scan.fields["normalized"]) == ("booking", True, code)
    assert scan.document is None


@given(codes)
def test_it_may_be_typed_in_small_letters_and_other_dashes(code: str) -> None:
    for typed in (code.lower(), code.replace("-", "–"), code.replace("-", ""), f" {code} "):
        assert booking_code.read(typed, TODAY).fields["normalized"] == code


def test_look_alikes_are_read_as_what_they_look_like() -> None:
    assert booking_code.read("BK-OOIL-0011", TODAY).fields["normalized"] == "BK-0011-0011"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [("", "EMPTY"), ("NP-0000", "PREFIX"), ("BK-123", "LENGTH"), ("BK-123U-1234", "CHARACTERS")],
)
def test_what_is_no_code_is_named(typed: str, fault: str) -> None:
    assert booking_code.read(typed, TODAY).error == fault


@pytest.mark.parametrize("name", ["BK Johnsonn", "Bkarinasson", "BKABCDEFGH"])
def test_a_name_that_begins_like_one_stays_a_name(name: str) -> None:
    assert identify(name, TODAY).kind == "name"
