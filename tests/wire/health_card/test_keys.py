"""Keys for cards: named by their thumbprint, signing the same way every time, checked strictly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from jwcrypto.jwk import JWK

from fieldapp.wire.health_card.keys import SECRET_BYTES, IssuingKey, is_point, jwk, verifies
from tests.wire.health_card.cards import KEY, OTHER


@given(st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES), st.binary(max_size=99))
def test_what_a_key_signed_only_its_public_part_proves(secret: bytes, data: bytes) -> None:
    key = IssuingKey(secret)
    signature = key.sign(data)
    assert key.sign(data) == signature
    assert is_point(key.public)
    assert verifies(key.public, data, signature)
    assert not verifies(OTHER.public, data, signature)
    assert not verifies(key.public, data + b".", signature)


def test_another_library_calls_the_key_by_the_same_name() -> None:
    listed = jwk(KEY.public)
    assert JWK(**listed).thumbprint() == listed["kid"] == KEY.kid


def test_what_is_no_point_of_the_curve_proves_nothing() -> None:
    signature = KEY.sign(b"test")
    for public in (b"", bytes(64), b"\xff" * 64, KEY.public[:-1] + bytes([KEY.public[-1] ^ 1])):
        assert not is_point(public)
        assert not verifies(public, b"test", signature)
    assert not verifies(KEY.public, b"test", signature[:-1])
    assert not verifies(KEY.public, b"test", bytes(64))
