"""A beacon fits one SMS, is believed only from the laptop it names, and names no person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from fieldapp.wire.beacon import (
    BEACON_BYTES,
    Beacon,
    device_of,
    hubs_key,
    laptops_key,
    read_beacon,
    write_beacon,
)
from fieldapp.wire.errors import BadSignature, NewerFormat, Undecodable, WireError
from fieldapp.wire.spelled import spell, unspell

LAPTOP, HUB = SigningKey(bytes(range(32))), PrivateKey(bytes(range(1, 33)))
KEY = laptops_key(LAPTOP, bytes(HUB.public_key))
BEACON = Beacon(7, 20_780, b"epoch-01", 1234, bytes(range(12)), 412)
BEACONS = st.builds(
    Beacon,
    device=st.integers(0, 2**24 - 1),
    day=st.integers(0, 2**16 - 1),
    epoch=st.binary(min_size=8, max_size=8),
    seq=st.integers(0, 2**32 - 1),
    head=st.binary(min_size=12, max_size=12),
    doses=st.integers(0, 2**32 - 1),
)


@given(BEACONS)
def test_what_was_said_is_what_is_read(beacon: Beacon) -> None:
    text = write_beacon(beacon, KEY)
    assert read_beacon(text, KEY) == beacon
    assert device_of(text) == beacon.device


def test_both_ends_know_the_key_and_nobody_else() -> None:
    assert hubs_key(bytes(HUB), LAPTOP.verify_key) == KEY
    assert laptops_key(SigningKey(bytes(32)), bytes(HUB.public_key)) != KEY


def test_it_fits_one_sms_in_the_plainest_letters() -> None:
    text = write_beacon(BEACON, KEY)
    assert len(text) == 79 <= 160
    assert set(text) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ-")
    assert len(unspell(text, BEACON_BYTES)) == BEACON_BYTES


def test_a_wrong_letter_anywhere_is_noticed() -> None:
    text = write_beacon(BEACON, KEY).replace("-", "")
    for at in range(len(text)):
        other = "7" if text[at] != "7" else "8"
        with pytest.raises(WireError):
            read_beacon(text[:at] + other + text[at + 1 :], KEY)


def test_another_laptops_beacon_is_not_believed() -> None:
    forged = write_beacon(BEACON, laptops_key(SigningKey(bytes(32)), bytes(HUB.public_key)))
    with pytest.raises(BadSignature):
        read_beacon(forged, KEY)


@pytest.mark.parametrize("text", ["", "hello", "0" * 63, "-" * 64])
def test_what_is_no_beacon_is_said(text: str) -> None:
    with pytest.raises(Undecodable):
        read_beacon(text, KEY)


def test_a_newer_beacon_is_called_newer() -> None:
    with pytest.raises(NewerFormat):
        read_beacon(spell(bytes([2]) + bytes(39)), KEY)
