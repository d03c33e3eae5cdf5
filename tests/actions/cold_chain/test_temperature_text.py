"""A temperature is read as people and loggers write it, or it is said why not."""

from __future__ import annotations

import pytest

from fieldapp.actions.cold_chain.temperature_text import tenths_of


@pytest.mark.parametrize(
    ("text", "tenths"),
    [
        ("4.6", 46), ("4,6", 46), ("+4.6", 46), ("-0.5", -5), ("−0.5", -5), (" 5 ", 50),
        ("4.6 °C", 46), ("4.6℃", 46), ("41 °F", 50), ("4.65", 46), ("8.04", 80),
        ("", "missing"), ("---", "missing"), ("NaN", "missing"),
        ("warm", "not-a-temperature"), ("4.6.1", "not-a-temperature"), ("1e3", "not-a-temperature"),
        ("inf", "not-a-temperature"), ("999", "out-of-range"), ("12345", "not-a-temperature"),
    ],
)  # fmt: skip
def test_what_a_text_says(text: str, tenths: int | str) -> None:
    assert tenths_of(text) == tenths


def test_the_heading_may_say_fahrenheit() -> None:
    assert tenths_of("46.4", fahrenheit=True) == 80
    assert tenths_of("8.0 C", fahrenheit=True) == 80
