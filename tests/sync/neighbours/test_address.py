"""An address as people type it."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.sync.neighbours.address import PORT, Address, own_addresses, parse_address
from fieldapp.sync.neighbours.errors import BadAddress


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("192.168.1.20", Address("192.168.1.20", PORT)),
        (" 192.168.1.20:4000 ", Address("192.168.1.20", 4000)),
        ("192.168.1.20：4000", Address("192.168.1.20", 4000)),
        ("boat-2.local", Address("boat-2.local", PORT)),
        ("[fe80::1]:4000", Address("fe80::1", 4000)),
        ("fe80::1", Address("fe80::1", PORT)),
    ],
)
def test_what_people_type_is_understood(typed: str, address: Address) -> None:
    assert parse_address(typed) == address
    assert parse_address(str(address)) == address


@pytest.mark.parametrize(
    "typed", ["", "   ", ":4000", "a b", "host:port", "host:70000", "http://host", "[]:1", "::x"]
)
def test_nonsense_is_named_so(typed: str) -> None:
    with pytest.raises(BadAddress):
        parse_address(typed)


@given(st.text(max_size=30))
def test_anything_is_read_or_refused(typed: str) -> None:
    try:
        parse_address(typed)
    except BadAddress:
        return


def test_own_addresses_are_those_of_networks() -> None:
    assert not any(ipaddress.ip_address(one).is_loopback for one in own_addresses())
