"""Promises of words about records: codes have them, values are read as people read them."""

from __future__ import annotations

import pytest

from fieldapp.hub.web.catalogue import product_name
from fieldapp.hub.web.record_words import (
    contest_words,
    field_words,
    value_words,
    when_words,
)
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import ENGLISH, words_of

PLACE = Place(480, ENGLISH)


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("lot", None, "–"),
        ("lot", "AB12", "AB12"),
        ("birth_day", 18_764, "17 May 2021"),
        ("occurred_min", 18_764 * 1440 + 541, "17 May 2021 09:01"),
        ("client", bytes(range(16)), "00010203"),
        ("documents", [[8, "G12345678"]], "••••5678"),
        ("documents", ["?"], "•"),
        ("phone", "13800001234", "••••1234"),
        ("vaccine", "covid-inact-bibp", "BIBP"),
    ],
)
def test_values_are_read_as_people_read_them(field: str, value: object, text: str) -> None:
    assert value_words(field, value, PLACE) == text


def test_codes_have_words_and_unheard_of_ones_stand_as_they_are() -> None:
    say = words_of(ENGLISH).say
    assert say(contest_words("possible-double")).startswith("possible double")
    assert say(contest_words("new-code")) == "new-code"
    assert (say(field_words("occurred_min")), say(field_words("x{y}"))) == ("time given", "x{y}")
    assert product_name("covid-test-1") == "covid-test-1"


def test_a_dose_is_given_at_the_time_of_its_own_place() -> None:
    assert when_words(18_764 * 1440, Place(-300, ENGLISH)) == "17 May 2021 00:00"
