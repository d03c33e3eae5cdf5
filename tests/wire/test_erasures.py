"""Promises of the erasure list: signed by the hub, told in order, naming nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.erasures import (
    KIND,
    ErasedEvent,
    Erasure,
    ErasureList,
    in_order,
    read_erasures,
    sign_erasures,
)
from fieldapp.wire.errors import NewerFormat, Undecodable, WireError
from fieldapp.wire.signed import sign
from tests.wire import golden
from tests.wire.made_up_facts import HUB_KEY, eight, flipped, sixteen, small, texts

KEY = HUB_KEY.verify_key
events = st.builds(ErasedEvent, st.integers(1, 9), eight, st.integers(1, 2**40), sixteen)
groups = st.lists(events, max_size=6).map(in_order)
versions = st.lists(st.integers(1, 2**40), max_size=4, unique=True).map(sorted)


@st.composite
def pages(draw: st.DrawFn) -> ErasureList:
    """Any page that a hub could make."""
    numbers = draw(versions)
    erasures = tuple(Erasure(n, draw(small), draw(texts), draw(groups)) for n in numbers)
    last = numbers[-1] if numbers else draw(st.integers(1, 9))
    return ErasureList(draw(eight), 0, last, draw(small), erasures)


@given(pages())
def test_a_page_comes_back(page: ErasureList) -> None:
    assert read_erasures(sign_erasures(page, HUB_KEY), KEY) == page


@given(pages(), st.integers(0))
def test_any_flipped_bit_is_refused(page: ErasureList, bit: int) -> None:
    with pytest.raises(WireError):
        read_erasures(flipped(sign_erasures(page, HUB_KEY), bit), KEY)


@pytest.mark.parametrize(
    "told",
    [
        [1, b"hub", 5, 5, 0, []],
        [1, b"hub", 5, 7, 0, [[5, 0, "request", []]]],
        [1, b"hub", 5, 7, 0, [[8, 0, "request", []]]],
        [1, b"hub", 5, 7, 0, [[7, 0, "request", []], [6, 0, "request", []]]],
        [1, b"hub", 5, 7, 0, [[6, 0, "request", [[1, b"epoch-08", [[0, bytes(16)]]]]]]],
        [1, b"hub", 5, 7, 0, [[6, 0, "request", [[1, b"epoch-08", [[1, b"short"]]]]]]],
    ],
)
def test_what_is_out_of_order_or_shape_is_refused(told: list[object]) -> None:
    with pytest.raises(Undecodable):
        read_erasures(sign(KIND, cbor.dumps(told), HUB_KEY), KEY)


def test_a_newer_page_is_named_so() -> None:
    with pytest.raises(NewerFormat):
        read_erasures(sign(KIND, cbor.dumps([2, b"hub", 0, 1, 0, []]), HUB_KEY), KEY)


def test_the_golden_page_is_read_and_written_for_ever() -> None:
    key = golden.hub_key()
    page = read_erasures(golden.data("erasures"), key.verify_key)
    assert golden.told(page) == golden.content("erasures")
    assert sign_erasures(page, key) == golden.data("erasures")
