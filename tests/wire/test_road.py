"""Promises of safe roads: this machine without a name server, and one authority."""

from __future__ import annotations

import ssl

import pytest

from fieldapp.wire.road import is_loopback, one_authority_context
from tests.sync.authorities import Authority


def test_this_machine_alone() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.9.9.9", "::1", "localhost"))
    assert not any(is_loopback(host) for host in ("0.0.0.0", "10.0.0.1", "hub.example.org", ""))


def test_one_authority_is_believed_and_names_are_checked() -> None:
    context = one_authority_context(Authority().pem)
    assert len(context.get_ca_certs()) == 1
    assert context.check_hostname and context.verify_mode is ssl.CERT_REQUIRED
    for nothing in ("", "no certificate"):
        with pytest.raises(ValueError, match=r"certificate|data"):
            one_authority_context(nothing)
