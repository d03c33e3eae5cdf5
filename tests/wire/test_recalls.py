"""Promises of the recall list: signed by the hub, of one shape, read for ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat, Undecodable, WireError
from fieldapp.wire.recalls import KIND, Recall, RecallList, read_recalls, sign_recalls
from fieldapp.wire.signed import sign
from tests.wire import golden
from tests.wire.made_up_facts import HUB_KEY, eight, flipped, small, texts

KEY = HUB_KEY.verify_key
recalls = st.builds(Recall, texts, texts, small, texts, texts)
lists = st.builds(
    RecallList, eight, st.integers(1, 2**40), small, st.lists(recalls, max_size=4).map(tuple)
)


@given(lists)
def test_a_list_comes_back(listed: RecallList) -> None:
    assert read_recalls(sign_recalls(listed, HUB_KEY), KEY) == listed


@given(lists, st.integers(0))
def test_any_flipped_bit_is_refused(listed: RecallList, bit: int) -> None:
    with pytest.raises(WireError):
        read_recalls(flipped(sign_recalls(listed, HUB_KEY), bit), KEY)


def test_a_newer_list_is_named_so_and_another_shape_refused() -> None:
    with pytest.raises(NewerFormat):
        read_recalls(sign(KIND, cbor.dumps([2, b"hub", 1, 0, []]), HUB_KEY), KEY)
    with pytest.raises(Undecodable):
        read_recalls(sign(KIND, cbor.dumps([1, b"hub", 1, 0, [["v", "l"]]]), HUB_KEY), KEY)


@pytest.mark.parametrize("typed", ["L-1 a", "l-1A", " L-1A "])
def test_a_lot_is_meant_however_its_number_is_typed(typed: str) -> None:
    recall = Recall("covid-test-1", "L-1A", 5, "quality")
    assert recall.concerns("covid-test-1", typed)
    assert not recall.concerns("covid-test-2", typed)
    assert not recall.concerns("covid-test-1", typed + "2")


def test_the_golden_list_is_read_and_written_for_ever() -> None:
    key = golden.hub_key()
    listed = read_recalls(golden.data("recalls"), key.verify_key)
    assert golden.told(listed) == golden.content("recalls")
    assert sign_recalls(listed, key) == golden.data("recalls")
