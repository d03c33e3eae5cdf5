"""Promises of a membership: only the hub makes one, of one shape, read for ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat, Undecodable, WireError
from fieldapp.wire.membership import Membership, read_membership, sign_membership
from fieldapp.wire.signed import sign
from tests.wire import golden
from tests.wire.made_up_facts import HUB_KEY, eight, flipped, hashes, small

KEY = HUB_KEY.verify_key
numbers = st.integers(1, 2**40)
memberships = st.builds(
    Membership, eight, numbers, hashes, small, small, st.lists(numbers, max_size=3).map(tuple)
)


@given(memberships)
def test_a_membership_comes_back(membership: Membership) -> None:
    assert read_membership(sign_membership(membership, HUB_KEY), KEY) == membership


@given(memberships, st.integers(0))
def test_any_flipped_bit_is_refused(membership: Membership, bit: int) -> None:
    with pytest.raises(WireError):
        read_membership(flipped(sign_membership(membership, HUB_KEY), bit), KEY)


def test_a_newer_one_is_named_so_and_another_shape_refused() -> None:
    with pytest.raises(NewerFormat):
        newer = cbor.dumps([2, b"hub", 1, bytes(32), 0, 0, []])
        read_membership(sign("member", newer, HUB_KEY), KEY)
    with pytest.raises(Undecodable):
        other = cbor.dumps([1, b"hub", 0, bytes(32), 0, 0, []])
        read_membership(sign("member", other, HUB_KEY), KEY)


def test_the_golden_membership_is_read_and_written_for_ever() -> None:
    key = golden.hub_key()
    membership = read_membership(golden.data("membership"), key.verify_key)
    assert golden.told(membership) == golden.content("membership")
    assert sign_membership(membership, key) == golden.data("membership")
