"""The signed form: one shape, proven before it is inflated, inflated within a limit."""

from __future__ import annotations

import json
import zlib

import pytest

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.health_card.jws import MOST_PAYLOAD, read_jws, write_jws
from fieldapp.wire.health_card.keys import base64url
from tests.wire.health_card.cards import KEY, OTHER

HEADER = {"zip": "DEF", "alg": "ES256", "kid": KEY.kid}


def jws(header: object, deflated: bytes) -> str:
    """One that was really signed, whatever it holds."""
    signed = f"{base64url(json.dumps(header).encode())}.{base64url(deflated)}"
    return f"{signed}.{base64url(KEY.sign(signed.encode()))}"


def deflate(data: bytes) -> bytes:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflater.compress(data) + deflater.flush()


def test_what_was_signed_comes_back() -> None:
    parts = read_jws(write_jws(b'{"a":1}', KEY))
    assert (parts.kid, parts.payload()) == (KEY.kid, b'{"a":1}')
    assert parts.is_signed_by(KEY.public)
    assert not parts.is_signed_by(OTHER.public)


def test_no_character_can_be_changed_and_no_other_spelling_is_taken() -> None:
    text = write_jws(b'{"a":1}', KEY)
    for at, letter in enumerate(text):
        changed = text[:at] + ("A" if letter != "A" else "B") + text[at + 1 :]
        try:
            proven = read_jws(changed).is_signed_by(KEY.public)
        except Undecodable:
            continue
        assert not proven, at


@pytest.mark.parametrize("size", [MOST_PAYLOAD + 1, 50_000_000])
def test_a_bomb_is_not_inflated(size: int) -> None:
    parts = read_jws(jws(HEADER, deflate(bytes(size))))
    assert parts.is_signed_by(KEY.public)
    with pytest.raises(Undecodable):
        parts.payload()


def test_the_largest_allowed_is_read() -> None:
    assert len(read_jws(jws(HEADER, deflate(bytes(MOST_PAYLOAD)))).payload()) == MOST_PAYLOAD


@pytest.mark.parametrize("deflated", [b"x", deflate(b"{}")[:-1], deflate(b"{}") + b"more"])
def test_what_is_cut_short_or_goes_on_is_refused(deflated: bytes) -> None:
    with pytest.raises(Undecodable):
        read_jws(jws(HEADER, deflated)).payload()


@pytest.mark.parametrize(
    "header",
    [
        {**HEADER, "alg": "none"}, {**HEADER, "alg": "HS256"}, {**HEADER, "zip": "GZ"},
        {**HEADER, "crit": ["zip"]}, {**HEADER, "kid": "short"}, {**HEADER, "kid": 3},
        {"alg": "ES256", "kid": KEY.kid}, {"alg": "ES256", "zip": "DEF"}, [], "text", None,
    ],
)  # fmt: skip
def test_how_a_card_is_signed_no_card_decides(header: object) -> None:
    with pytest.raises(Undecodable):
        read_jws(jws(header, deflate(b"{}")))


@pytest.mark.parametrize(
    "text", ["", "..", "a.b", "a.b.c.d", "a=.b.c", "ä.b.c", "a a.b.c", "A.B.C"]
)
def test_what_is_no_jws_is_refused(text: str) -> None:
    with pytest.raises(Undecodable):
        read_jws(text)


def test_a_header_nested_without_end_is_refused() -> None:
    deep = base64url(b"[" * 200_000)
    with pytest.raises(Undecodable):
        read_jws(f"{deep}.{deep}.{deep}")
