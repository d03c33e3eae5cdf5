"""Issuing keys: ECDSA on P-256 (ES256), public keys as x | y, named by their JWK thumbprint.

Signatures are deterministic (RFC 6979): the same card is the same code, and no random numbers of a
laptop decide over its key.
"""

from __future__ import annotations

import base64
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

SECRET_BYTES = 40
"""64 bits more than the order of the curve needs (FIPS 186-5, A.2.1): every key is as likely."""
SIGNATURE_BYTES = 64
_COORDINATE_BYTES = 32
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_ES256 = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
_CHECKED = ec.ECDSA(hashes.SHA256())


class IssuingKey:
    """A laptop's private key for cards, made from SECRET_BYTES random bytes."""

    def __init__(self, secret: bytes) -> None:
        number = int.from_bytes(secret, "big") % (_ORDER - 1) + 1
        self._key = ec.derive_private_key(number, ec.SECP256R1())

    @property
    def public(self) -> bytes:
        """x | y."""
        numbers = self._key.public_key().public_numbers()
        return _coordinate(numbers.x) + _coordinate(numbers.y)

    @property
    def kid(self) -> str:
        """What cards call this key."""
        return thumbprint(self.public)

    def sign(self, data: bytes) -> bytes:
        """r | s."""
        r, s = decode_dss_signature(self._key.sign(data, _ES256))
        return _coordinate(r) + _coordinate(s)


def is_point(public: bytes) -> bool:
    """Whether this is a public key at all."""
    return _public_key(public) is not None


def verifies(public: bytes, data: bytes, signature: bytes) -> bool:
    """Whether this key signed exactly this."""
    key = _public_key(public)
    if key is None or len(signature) != SIGNATURE_BYTES:
        return False
    r, s = (int.from_bytes(half, "big") for half in _halves(signature))
    try:
        key.verify(encode_dss_signature(r, s), data, _CHECKED)
    except InvalidSignature:
        return False
    return True


def thumbprint(public: bytes) -> str:
    """The key's name: SHA-256 of its JWK in the one spelling of RFC 7638."""
    x, y = (base64url(half) for half in _halves(public))
    spelled = f'{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}'
    return base64url(hashlib.sha256(spelled.encode()).digest())


def jwk(public: bytes) -> dict[str, str]:
    """The key as a JWKS lists it."""
    x, y = (base64url(half) for half in _halves(public))
    use = {"kty": "EC", "use": "sig", "alg": "ES256", "crv": "P-256"}
    return {**use, "kid": thumbprint(public), "x": x, "y": y}


def base64url(data: bytes) -> str:
    """Without padding, as all of JOSE writes it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _public_key(public: bytes) -> ec.EllipticCurvePublicKey | None:
    if len(public) != 2 * _COORDINATE_BYTES:
        return None
    x, y = (int.from_bytes(half, "big") for half in _halves(public))
    try:
        return ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    except ValueError:
        return None


def _halves(both: bytes) -> tuple[bytes, bytes]:
    return both[:_COORDINATE_BYTES], both[_COORDINATE_BYTES:]


def _coordinate(number: int) -> bytes:
    return number.to_bytes(_COORDINATE_BYTES, "big")
