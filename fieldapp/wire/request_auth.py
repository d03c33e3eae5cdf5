"""Who sends a request: one header value, signed by the device, good for this request alone.

    Authorization: VX1 device,time,nonce,signature
    signature = Ed25519 over b"VX1 request" + CBOR [device, time, nonce, method, path, SHA256(body)]

Nonce and signature are unpadded URL-safe base64. `time` is the hub's time as the device knows it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import BadSignature, Undecodable

SCHEME = "VX1"
NONCE_BYTES = 12
MAX_HEADER = 200
_HEADER = re.compile(r"VX1 ([0-9]{1,18}),(-?[0-9]{1,18}),([\w-]{16}),([\w-]{86})", re.ASCII)
_PREFIX = b"VX1 request"


@dataclass(frozen=True, slots=True)
class RequestClaim:
    """What an Authorization header says; nothing of it is proven until `check_request`."""

    device: int
    time: int
    nonce: bytes
    signature: bytes


def sign_request(
    method: str, path: str, body: bytes, *, device: int, time: int, nonce: bytes, key: SigningKey
) -> str:
    """The value of the Authorization header."""
    signed = _signed_bytes(device, time, nonce, method, path, body)
    signature = bytes(key.sign(signed).signature)
    return f"{SCHEME} {device},{time},{_text(nonce)},{_text(signature)}"


def read_claim(header: str) -> RequestClaim:
    """Parse an Authorization header. Raises Undecodable."""
    found = _HEADER.fullmatch(header) if len(header) <= MAX_HEADER else None
    if found is None:
        raise Undecodable(what="request", why="it is not signed the VX1 way")
    device, time, nonce, signature = found.groups()
    return RequestClaim(int(device), int(time), _raw(nonce), _raw(signature))


def check_request(claim: RequestClaim, method: str, path: str, body: bytes, key: VerifyKey) -> None:
    """Raises BadSignature unless the device's key signed exactly this request."""
    signed = _signed_bytes(claim.device, claim.time, claim.nonce, method, path, body)
    try:
        key.verify(signed, claim.signature)
    except (BadSignatureError, ValueError) as error:
        raise BadSignature(what="request", who=f"device {claim.device}") from error


def _signed_bytes(
    device: int, time: int, nonce: bytes, method: str, path: str, body: bytes
) -> bytes:
    digest = hashlib.sha256(body).digest()
    return _PREFIX + cbor.dumps([device, time, nonce, method, path, digest])


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
