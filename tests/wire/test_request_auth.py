"""Promises of signed requests: good for this device, this request and this time alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.request_auth import RequestClaim, check_request, read_claim, sign_request
from tests.wire import golden
from tests.wire.made_up_facts import DEVICE_KEY, HUB_KEY, nonces

KEY = DEVICE_KEY.verify_key
HEADER = sign_request(
    "POST", "/v1/sync", b"body", device=17, time=1_620_440_000, nonce=b"n" * 12, key=DEVICE_KEY
)


@given(st.integers(0, 2**40), st.integers(-(2**40), 2**40), nonces, st.binary(max_size=50))
def test_a_signed_request_is_accepted(device: int, time: int, nonce: bytes, body: bytes) -> None:
    header = sign_request(
        "POST", "/v1/sync", body, device=device, time=time, nonce=nonce, key=DEVICE_KEY
    )
    claim = read_claim(header)
    assert (claim.device, claim.time, claim.nonce) == (device, time, nonce)
    check_request(claim, "POST", "/v1/sync", body, KEY)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "/v1/sync", b"body"), ("POST", "/v1/hello", b"body"), ("POST", "/v1/sync", b"other")],
)
def test_another_request_under_the_same_signature_is_refused(
    method: str, path: str, body: bytes
) -> None:
    with pytest.raises(BadSignature):
        check_request(read_claim(HEADER), method, path, body, KEY)


def test_another_device_time_nonce_or_key_is_refused() -> None:
    claim = read_claim(HEADER)
    for other in (
        RequestClaim(18, claim.time, claim.nonce, claim.signature),
        RequestClaim(17, claim.time + 1, claim.nonce, claim.signature),
        RequestClaim(17, claim.time, b"m" * 12, claim.signature),
    ):
        with pytest.raises(BadSignature):
            check_request(other, "POST", "/v1/sync", b"body", KEY)
    with pytest.raises(BadSignature):
        check_request(claim, "POST", "/v1/sync", b"body", HUB_KEY.verify_key)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Basic dGVzdDp0ZXN0",
        "VX1",
        "VX1 17,1,n,s",
        HEADER.replace("VX1", "VX2"),
        HEADER.replace("17", "+17"),
        HEADER.replace("17", "١٧"),
        HEADER.replace("17", "9" * 5000),
        HEADER + ",more",
        HEADER[:-1],
        HEADER[:-1] + "!",
    ],
)
def test_what_is_not_such_a_header_is_refused(header: str) -> None:
    with pytest.raises(Undecodable):
        read_claim(header)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for header in (text, "VX1 " + text):
        with pytest.raises(Undecodable):
            read_claim(header)


def test_the_golden_header_is_accepted_for_ever() -> None:
    said = golden.content("authorization")
    claim = read_claim(golden.data("authorization").decode())
    assert (claim.device, claim.time) == (said["device"], said["time"])
    body = bytes.fromhex(said["body"])
    key = golden.device_key()
    check_request(claim, said["method"], said["path"], body, key.verify_key)
    assert golden.data("authorization").decode() == sign_request(
        said["method"], said["path"], body,
        device=claim.device, time=claim.time, nonce=claim.nonce, key=key,
    )  # fmt: skip
