"""Columns of numbers come back, and only at the length that was promised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import planes
from fieldapp.wire.errors import Undecodable


@given(st.lists(st.integers(0, planes.MOST)))
def test_numbers_come_back(values: list[int]) -> None:
    assert planes.read_16(planes.write_16(values), len(values), "test") == values


@given(st.binary(max_size=20), st.integers(0, 9))
def test_another_length_is_refused(data: bytes, count: int) -> None:
    for size, read in ((1, planes.read_8), (2, planes.read_16)):
        if len(data) != size * count:
            with pytest.raises(Undecodable):
                read(data, count, "test")


def test_strings_of_one_size_are_cut_apart() -> None:
    assert planes.cut(b"aabbcc", 2, 3, "test") == [b"aa", b"bb", b"cc"]
    with pytest.raises(Undecodable):
        planes.cut(b"aabbc", 2, 3, "test")
