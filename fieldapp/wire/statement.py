"""A statement: one line of text under a laptop's signature, as it stands in a QR code on paper.

    statement | sig= base32 of the Ed25519 signature over b"VX1 statement" 00 + the line's UTF-8

Whoever has the laptop's public key can check a paper without asking anybody.
"""

from __future__ import annotations

import base64
import binascii

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire.errors import BadSignature, Undecodable

_PREFIX = b"VX1 statement\x00"
_MARK = "|sig="


def sign_statement(line: str, key: SigningKey) -> bytes:
    """The signature, 64 bytes."""
    return bytes(key.sign(_PREFIX + line.encode()).signature)


def write_statement(line: str, signature: bytes) -> str:
    """The line with its signature, in letters that every QR code and telephone can hold."""
    return line + _MARK + base64.b32encode(signature).decode().rstrip("=")


def read_statement(text: str, key: VerifyKey) -> str:
    """The line, once its signature is checked. Raises Undecodable or BadSignature."""
    line, mark, written = text.rpartition(_MARK)
    if not mark:
        raise Undecodable(what="summary", why="it holds no signature")
    try:
        signature = base64.b32decode(written + "=" * (-len(written) % 8))
        key.verify(_PREFIX + line.encode(), signature)
    except (BadSignatureError, ValueError, binascii.Error) as error:
        raise BadSignature(what="summary", who="the laptop it names") from error
    return line
