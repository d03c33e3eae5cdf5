"""Looks one person up in an open pocket registry: two short reads."""

from __future__ import annotations

from typing import BinaryIO

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.registry import index
from fieldapp.wire.registry.entry import ENTRY_BYTES, Holding, decode
from fieldapp.wire.registry.head import Head

_MOST_IN_A_BUCKET = 1_000_000


def look_up(file: BinaryIO, head: Head, body_at: int, slow_key: bytes) -> list[Holding]:
    """What is known of the person of a slow key; empty when nothing is. Raises Undecodable.

    `body_at` is where in the file the first entry stands. The file was proven when it was taken.
    """
    at = body_at + head.entries * ENTRY_BYTES
    span = _read(file, at + index.place_of_span(index.bucket_of(slow_key)), index.SPAN_BYTES)
    first, last = index.decode_span(span)
    if not first <= last <= head.entries or last - first > _MOST_IN_A_BUCKET:
        raise Undecodable(what="registry", why="its index makes no sense")
    bucket = _read(file, body_at + first * ENTRY_BYTES, (last - first) * ENTRY_BYTES)
    return decode(slow_key, bucket, head.products)


def _read(file: BinaryIO, at: int, length: int) -> bytes:
    file.seek(at)
    found = file.read(length)
    if len(found) != length:
        raise Undecodable(what="registry", why="it is cut short")
    return found
