"""Lengths of time as CDSi writes them."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.cdsi.length import parse_length


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("0 days", date(2024, 2, 29)),
        ("1 day", date(2024, 3, 1)),
        ("6 weeks - 4 days", date(2024, 4, 7)),
        ("12 months - 4 days", date(2025, 2, 25)),
        ("3 months + 4 weeks", date(2024, 6, 26)),
        ("16 years - 4 months", date(2039, 10, 29)),
        ("18 Years", date(2042, 3, 1)),
        ("6 yrs - 1 wk", date(2030, 2, 22)),
    ],
)
def test_steps_are_added_in_the_order_written(text: str, day: date) -> None:
    assert parse_length(text).after(date(2024, 2, 29)) == day


@pytest.mark.parametrize("text", ["", "soon", "4 fortnights", "4 weeks then 2 days"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="length"):
        parse_length(text)
