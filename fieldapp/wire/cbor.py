"""Deterministic CBOR (RFC 8949 section 4.2), and a reader that refuses what could hurt us.

Knows nothing of vaccination: only bytes, depth and size.
"""

from __future__ import annotations

import io

import cbor2

from fieldapp.wire.errors import Undecodable

MAX_DEPTH = 12


def dumps(value: object) -> bytes:
    """The one deterministic encoding of a value of None, bool, int, bytes, str and lists."""
    return cbor2.dumps(value, canonical=True)


def loads(data: bytes, *, max_bytes: int) -> object:
    """Read exactly one CBOR item. Raises Undecodable for anything else, in little memory."""
    if len(data) > max_bytes:
        raise Undecodable(what="CBOR", why=f"{len(data)} bytes, at most {max_bytes} allowed")
    stream = io.BytesIO(data)
    try:
        value: object = cbor2.CBORDecoder(stream, max_depth=MAX_DEPTH).decode()
    except (cbor2.CBORDecodeError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise Undecodable(what="CBOR", why=type(error).__name__) from error
    if stream.tell() != len(data):
        raise Undecodable(what="CBOR", why="bytes left over")
    return value
