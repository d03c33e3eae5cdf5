"""A roster on a stick: signed blobs one after another, each proven by itself.

file = b"VXRO" 01, then of each blob its length (4 bytes, big end first) and its bytes
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.segment import MAX_SEGMENT_BYTES

MAGIC = b"VXRO\x01"
LENGTH_BYTES = 4


def is_roster_file(beginning: bytes) -> bool:
    """Whether a file that begins so is one."""
    return beginning.startswith(MAGIC)


def write_blobs(stream: BinaryIO, blobs: Iterable[bytes]) -> int:
    """Write a whole file; how many blobs it holds."""
    stream.write(MAGIC)
    count = 0
    for blob in blobs:
        stream.write(framed(blob))
        count += 1
    return count


def framed(blob: bytes) -> bytes:
    """A blob behind its length."""
    return len(blob).to_bytes(LENGTH_BYTES, "big") + blob


def read_blobs(stream: BinaryIO) -> Iterator[bytes]:
    """The blobs, one at a time. Raises Undecodable where the file ends in the middle of one."""
    if stream.read(len(MAGIC)) != MAGIC:
        raise Undecodable(what="roster", why="it is not from a hub")
    while (blob := read_blob(stream, "roster")) is not None:
        yield blob


def read_blob(stream: BinaryIO, what: str) -> bytes | None:
    """The next blob; None at the end. Raises Undecodable where the file ends in the middle."""
    length = stream.read(LENGTH_BYTES)
    if not length:
        return None
    size = int.from_bytes(length, "big")
    blob = stream.read(size) if len(length) == LENGTH_BYTES and size <= _MOST else b""
    if not blob or len(blob) != size:
        raise Undecodable(what=what, why="it is cut short")
    return blob


_MOST = MAX_SEGMENT_BYTES + 1024
