"""Where in a pocket registry the entries stand whose slow keys begin with the same two bytes."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from fieldapp.wire.registry.entry import PREFIX_BYTES

BUCKETS = 1 << 8 * PREFIX_BYTES
_PLACE = struct.Struct(">I")
_SPAN = struct.Struct(">2I")
INDEX_BYTES = _PLACE.size * (BUCKETS + 1)
SPAN_BYTES = _SPAN.size


def bucket_of(slow_key: bytes) -> int:
    """The bucket of a person."""
    return int.from_bytes(slow_key[:PREFIX_BYTES], "big")


def encode(ends: Sequence[int]) -> bytes:
    """The index, from where each bucket ends; 0 for one that is empty."""
    places, reached = [0], 0
    for end in ends:
        reached = max(reached, end)
        places.append(reached)
    return struct.pack(f">{BUCKETS + 1}I", *places)


def place_of_span(bucket: int) -> int:
    """Where in the index the span of a bucket is written."""
    return _PLACE.size * bucket


def decode_span(span: bytes) -> tuple[int, int]:
    """The numbers of a bucket's first entry and of the first one after it."""
    first, last = _SPAN.unpack(span)
    return first, last
