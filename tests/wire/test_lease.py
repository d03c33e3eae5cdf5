"""Promises of a lease: only the hub makes one, and only the laptop it is for gets at the keys."""

from __future__ import annotations

import pytest
from nacl.signing import SigningKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import BadSignature, NewerFormat, Undecodable, WireError
from fieldapp.wire.lease import Lease, NamedKey, open_lease, read_sealed, sign_lease
from fieldapp.wire.signed import sign
from tests.wire.made_up_facts import DEVICE_KEY, HUB_KEY, flipped

LEASE = Lease(b"hub-test", 7, 1000, 2000, (NamedKey("region/north", 1, b"k" * 32),))
RAW = sign_lease(LEASE, DEVICE_KEY.verify_key, HUB_KEY)


def test_the_laptop_it_is_for_gets_the_keys() -> None:
    assert open_lease(read_sealed(RAW, HUB_KEY.verify_key), DEVICE_KEY) == LEASE


def test_whoever_carries_it_sees_no_key() -> None:
    sealed = read_sealed(RAW, HUB_KEY.verify_key)
    assert (sealed.device, sealed.until) == (7, 2000)
    assert b"k" * 32 not in RAW
    with pytest.raises(Undecodable):
        open_lease(sealed, SigningKey.generate())


@pytest.mark.parametrize("bit", range(0, len(RAW) * 8, 97))
def test_a_flipped_bit_is_refused(bit: int) -> None:
    with pytest.raises(WireError):
        read_sealed(flipped(RAW, bit), HUB_KEY.verify_key)


def test_another_hub_lends_nothing() -> None:
    with pytest.raises(BadSignature):
        read_sealed(RAW, DEVICE_KEY.verify_key)


def test_a_newer_one_is_named_so() -> None:
    newer = cbor.dumps([2, b"hub", 1, 0, 0, b""])
    with pytest.raises(NewerFormat):
        read_sealed(sign("lease", newer, HUB_KEY), HUB_KEY.verify_key)
