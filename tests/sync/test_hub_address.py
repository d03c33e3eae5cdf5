"""A hub's address is encrypted, or it is this very machine."""

from __future__ import annotations

import pytest

from fieldapp.sync.errors import BadHubAddress, PlainHttpRefused
from fieldapp.sync.hub_address import parse_hub_url


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("https://hub.example.org", "https://hub.example.org"),
        ("  https://hub.example.org:8443/district/ ", "https://hub.example.org:8443/district"),
        ("hub.example.org", "https://hub.example.org"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, base: str) -> None:
    assert parse_hub_url(typed).base == base


@pytest.mark.parametrize(
    "typed", ["http://hub.example.org", "http://10.0.0.7:8000", "http://127.0.0.1.example.org"]
)
def test_plain_http_leaves_this_machine_for_nobody(typed: str) -> None:
    with pytest.raises(PlainHttpRefused):
        parse_hub_url(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "https://", "ftp://hub.example.org", "https://hub:nine", "https://me:pin@hub.example.org",
     "https://hub.example.org/?a=b", "https://[::1"],
)  # fmt: skip
def test_what_is_no_address_is_refused_before_anything_is_sent(typed: str) -> None:
    with pytest.raises(BadHubAddress):
        parse_hub_url(typed)


def test_a_password_in_an_address_is_not_repeated_on_the_screen() -> None:
    with pytest.raises(BadHubAddress) as refused:
        parse_hub_url("https://me:secret@hub.example.org")
    assert "secret" not in str(refused.value)
