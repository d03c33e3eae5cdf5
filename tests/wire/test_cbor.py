"""Promises of the CBOR that VX1 is written in."""

from __future__ import annotations

import tracemalloc

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.errors import Undecodable
from tests.wire.made_up_facts import values


@given(values)
def test_a_value_comes_back_and_has_one_encoding(value: object) -> None:
    data = cbor.dumps(value)
    assert cbor.loads(data, max_bytes=len(data)) == value
    assert cbor.dumps(cbor.loads(data, max_bytes=len(data))) == data


@given(st.binary(max_size=60))
def test_whatever_is_read_had_exactly_the_bytes_that_are_written(data: bytes) -> None:
    try:
        value = cbor.loads(data, max_bytes=100)
    except Undecodable:
        return
    assert cbor.dumps(value) == data


@given(values, st.data())
def test_what_is_cut_short_is_refused(value: object, data: st.DataObject) -> None:
    whole = cbor.dumps(value)
    with pytest.raises(Undecodable):
        cbor.loads(whole[: data.draw(st.integers(0, len(whole) - 1))], max_bytes=100_000)


@pytest.mark.parametrize(
    "data",
    [
        cbor2.dumps(1.5),
        cbor2.dumps({"a": 1}),
        cbor2.dumps(2**64),
        cbor2.dumps(cbor2.CBORTag(35, "(a+)+$")),
        bytes.fromhex("d81c81d81d00"),  # a list that holds itself
        bytes.fromhex("9fff"),
        bytes.fromhex("5f4101ff"),
        bytes.fromhex("1801"),
        bytes.fromhex("f7"),
        bytes.fromhex("61ff"),
        bytes.fromhex("0000"),
        b"",
    ],
)
def test_what_vx1_does_not_use_is_refused(data: bytes) -> None:
    with pytest.raises(Undecodable):
        cbor.loads(data, max_bytes=1000)


def test_nesting_has_a_limit() -> None:
    deepest = b"\x81" * cbor.MAX_DEPTH + b"\x00"
    assert cbor.loads(deepest, max_bytes=100)
    with pytest.raises(Undecodable):
        cbor.loads(b"\x81" + deepest, max_bytes=100)
    with pytest.raises(Undecodable):
        cbor.loads(b"\x81" * 100_000, max_bytes=200_000)


def test_more_bytes_than_allowed_are_not_even_looked_at() -> None:
    with pytest.raises(Undecodable):
        cbor.loads(b"\x00" * 11, max_bytes=10)


@pytest.mark.parametrize("claim", ["9b7fffffffffffffff", "9affffffff", "5b7fffffffffffffff"])
def test_a_length_that_lies_costs_no_memory(claim: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(Undecodable):
            cbor.loads(bytes.fromhex(claim) + b"\x00" * 50, max_bytes=1000)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()
