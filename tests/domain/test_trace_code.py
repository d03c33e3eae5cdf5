from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain import trace_code

TODAY = date(2026, 11, 23)


def test_the_first_seven_digits_name_the_drug() -> None:
    reading = trace_code.read("８1000 01000 00000 00001", TODAY)
    assert reading.fields == {"normalized": "81000010000000000001", "drug_prefix": "8100001"}
    assert reading.warnings == ()


def test_an_unusual_start_is_only_a_warning() -> None:
    reading = trace_code.read("10000010000000000001", TODAY)
    assert reading.error is None and reading.warnings == ("UNKNOWN_PREFIX",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "EMPTY"),
        ("8100001000000000001", "LENGTH"),
        ("810000100000000000011", "LENGTH"),
        ("8100001A000000000001", "CHARACTERS"),
        ("81000010-0000000000-1", "LENGTH"),
    ],
)
def test_the_first_fault_is_named(text: str, fault: str) -> None:
    assert trace_code.read(text, TODAY).error == fault
