"""Promises of the trust list: signed by the hub, of one shape, read for ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat, Undecodable, WireError
from fieldapp.wire.signed import sign
from fieldapp.wire.trust import HubKeys, Issuer, TrustList, read_trust, sign_trust
from tests.wire import golden
from tests.wire.made_up_facts import HUB_KEY, eight, flipped, hashes, small, texts

KEY = HUB_KEY.verify_key
numbers = st.integers(1, 2**40)
hub_keys = st.builds(HubKeys, eight, hashes, hashes, small, small)
points = st.binary(min_size=64, max_size=64)
issuers = st.builds(Issuer, st.integers(1, 2**31), texts, points, st.none() | small)
trust_lists = st.builds(
    TrustList, numbers, small, small, st.lists(hub_keys, max_size=3).map(tuple),
    st.lists(issuers, max_size=3).map(tuple),
    st.lists(numbers, max_size=3).map(tuple),
    st.lists(st.tuples(numbers, texts), max_size=3).map(tuple),
)  # fmt: skip


@given(trust_lists)
def test_a_list_comes_back(trust: TrustList) -> None:
    assert read_trust(sign_trust(trust, HUB_KEY), KEY) == trust


@given(trust_lists, st.integers(0))
def test_any_flipped_bit_is_refused(trust: TrustList, bit: int) -> None:
    with pytest.raises(WireError):
        read_trust(flipped(sign_trust(trust, HUB_KEY), bit), KEY)


def test_a_newer_list_is_named_so_and_another_shape_refused() -> None:
    with pytest.raises(NewerFormat):
        read_trust(sign("trust", cbor.dumps([2, 1, 0, 0, [], [], [], []]), HUB_KEY), KEY)
    with pytest.raises(Undecodable):
        read_trust(sign("trust", cbor.dumps([1, 1, 0, 0, [], [], [True], []]), HUB_KEY), KEY)


def test_the_golden_list_is_read_and_written_for_ever() -> None:
    key = golden.hub_key()
    trust = read_trust(golden.data("trust"), key.verify_key)
    assert golden.told(trust) == golden.content("trust")
    assert sign_trust(trust, key) == golden.data("trust")
