"""An answer of the hub under its signature: what no portal and no proxy can make.

signed = b"VX1S" + CBOR [body bytes, signature]
signature = Ed25519 over b"VX1 answer " + kind + 00 + body
"""

from __future__ import annotations

from collections.abc import Iterable

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.seal import SIGNATURE_BYTES

MAGIC = b"VX1S"
MAX_SIGNED_BYTES = 4 * 1024 * 1024


def sign(kind: str, body: bytes, key: SigningKey) -> bytes:
    """Wrap a body of some kind ("hello", "sync", ...)."""
    return MAGIC + cbor.dumps([body, bytes(key.sign(_under(kind, body)).signature)])


def unsigned_body(data: bytes) -> bytes:
    """The body without any proof: only for what carries another proof, as an enrolment does."""
    return _parts(data)[0]


def open_signed(kind: str, data: bytes, key: VerifyKey) -> bytes:
    """The body, once its signature is checked. Raises Undecodable or BadSignature."""
    body, signature = _parts(data)
    if not _is_signed(kind, body, signature, key):
        raise BadSignature(what="answer", who="the hub")
    return body


def kind_of(kinds: Iterable[str], data: bytes, key: VerifyKey) -> str | None:
    """As which of some kinds this was signed; None for a kind or a key not known here.

    Raises Undecodable. The kind stands under the signature only, so nobody can relabel anything.
    """
    body, signature = _parts(data)
    return next((kind for kind in kinds if _is_signed(kind, body, signature, key)), None)


def _is_signed(kind: str, body: bytes, signature: bytes, key: VerifyKey) -> bool:
    try:
        key.verify(_under(kind, body), signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def _parts(data: bytes) -> tuple[bytes, bytes]:
    if data[:4] != MAGIC:
        raise Undecodable(what="answer", why="it is not from a hub")
    fields = Fields(cbor.loads(data[4:], max_bytes=MAX_SIGNED_BYTES), "answer", 2)
    return fields.bytes(), fields.bytes(SIGNATURE_BYTES)


def _under(kind: str, body: bytes) -> bytes:
    return b"VX1 answer " + kind.encode() + b"\x00" + body
