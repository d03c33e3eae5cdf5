"""Promises of one person's entries."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.registry.entry import ENTRY_BYTES, MOST_OF_ONE, Holding, decode, encode
from tests.wire.registry.made_up import PRODUCTS, made_up_key

DAYS = st.dates(date(2000, 1, 1), date(2179, 6, 5))
HOLDINGS = st.builds(
    Holding, st.sampled_from(PRODUCTS), st.integers(1, 255), DAYS, st.none() | DAYS
)
KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS, st.lists(HOLDINGS, max_size=4))
def test_what_was_written_comes_back_to_who_has_the_document(
    key: bytes, holdings: list[Holding]
) -> None:
    entries = encode(key, holdings, PRODUCTS)
    assert all(len(entry) == ENTRY_BYTES for entry in entries)
    assert decode(key, b"".join(entries), PRODUCTS) == holdings


def test_two_people_in_one_bucket_are_told_apart() -> None:
    one, other = made_up_key(1), made_up_key(2)
    first = Holding("covid-test-1", 1, date(2026, 11, 1))
    second = Holding("flu-test", 2, date(2026, 10, 2), date(2025, 10, 1))
    bucket = b"".join(encode(one, [first], PRODUCTS) + encode(other, [second], PRODUCTS))
    assert decode(one, bucket, PRODUCTS) == [first]
    assert decode(other, bucket, PRODUCTS) == [second]


def test_equal_holdings_look_different_in_the_file() -> None:
    same = Holding("covid-test-1", 1, date(2026, 11, 1))
    masked = {encode(made_up_key(n), [same], PRODUCTS)[0][-6:] for n in range(50)}
    assert len(masked) == 50
    twice = encode(made_up_key(1), [same, same], PRODUCTS)
    assert twice[0] != twice[1]


def test_a_day_before_the_first_is_the_first_and_many_doses_are_255() -> None:
    key = made_up_key(1)
    entries = encode(key, [Holding("flu-test", 900, date(1980, 1, 1))], PRODUCTS)
    assert decode(key, entries[0], PRODUCTS) == [Holding("flu-test", 255, date(2000, 1, 1))]


def test_senseless_entries_are_refused() -> None:
    key = made_up_key(1)
    entry = encode(key, [Holding("flu-test", 1, date(2026, 1, 1))], PRODUCTS)[0]
    with pytest.raises(Undecodable):
        decode(key, entry, PRODUCTS[:1])
    with pytest.raises(Undecodable):
        decode(key, entry * (MOST_OF_ONE + 1), PRODUCTS)


def test_a_product_that_the_head_does_not_list_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        encode(made_up_key(1), [Holding("unlisted", 1, date(2026, 1, 1))], PRODUCTS)
