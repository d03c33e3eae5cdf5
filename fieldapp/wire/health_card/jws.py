"""Compact JWS with a deflated payload, as SHC asks for it: ES256, zip DEF, a key named by kid.

Reads that one shape and no other: what an algorithm is, no card decides. Nothing is inflated here
before its caller asks, and then never beyond a limit.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from dataclasses import dataclass

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.health_card.keys import IssuingKey, base64url, verifies

MOST_PAYLOAD = 64 * 1024
_RAW_DEFLATE = -15
_BASE64URL = re.compile(r"[A-Za-z0-9_-]+")
_HEADER = {"zip": "DEF", "alg": "ES256"}
_KID = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Parts:
    """A JWS taken apart; nothing in it is proven yet."""

    kid: str
    signed: bytes
    deflated: bytes
    signature: bytes

    def is_signed_by(self, public: bytes) -> bool:
        """Whether this key signed all of it."""
        return verifies(public, self.signed, self.signature)

    def payload(self) -> bytes:
        """Inflated, at most MOST_PAYLOAD bytes. Raises Undecodable."""
        inflater = zlib.decompressobj(_RAW_DEFLATE)
        try:
            payload = inflater.decompress(self.deflated, MOST_PAYLOAD)
        except zlib.error as error:
            raise _unlike("it does not inflate") from error
        if not inflater.eof or inflater.unused_data:
            raise _unlike("it is cut short or too large")
        return payload


def write_jws(payload: bytes, key: IssuingKey) -> str:
    """Deflate and sign."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, _RAW_DEFLATE)
    deflated = deflater.compress(payload) + deflater.flush()
    header = json.dumps({**_HEADER, "kid": key.kid}, separators=(",", ":"))
    signed = f"{base64url(header.encode())}.{base64url(deflated)}"
    return f"{signed}.{base64url(key.sign(signed.encode()))}"


def read_jws(text: str) -> Parts:
    """Take a JWS apart. Raises Undecodable."""
    parts = text.split(".")
    if len(parts) != 3:
        raise _unlike("it has not three parts")
    header, deflated, signature = (_bytes(part) for part in parts)
    signed = f"{parts[0]}.{parts[1]}".encode()
    return Parts(_kid(header), signed, deflated, signature)


def _kid(header: bytes) -> str:
    try:
        told = json.loads(header)
    except (ValueError, RecursionError) as error:
        raise _unlike("its header cannot be read") from error
    if not isinstance(told, dict) or any(told.get(k) != v for k, v in _HEADER.items()):
        raise _unlike("it is signed in another way than health cards are")
    kid = told.get("kid")
    if not isinstance(kid, str) or not _KID.fullmatch(kid) or "crit" in told:
        raise _unlike("it does not name its key")
    return kid


def _bytes(part: str) -> bytes:
    """One spelling only: what decodes to the same bytes and is written otherwise is refused."""
    if not _BASE64URL.fullmatch(part):
        raise _unlike("it is not base64url")
    try:
        decoded = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except binascii.Error as error:
        raise _unlike("it is not base64url") from error
    if base64url(decoded) != part:
        raise _unlike("it is not base64url")
    return decoded


def _unlike(why: str) -> Undecodable:
    return Undecodable(what="vaccination card", why=why)
