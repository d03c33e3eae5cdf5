"""Columns of small numbers as bytes: 16-bit numbers with all high bytes first, then all low bytes.

Neighbours in a column are alike, and most of all their high bytes: that compresses.
"""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.wire.errors import Undecodable

MOST = 0xFFFF


def write_16(values: Sequence[int]) -> bytes:
    """Numbers from 0 to MOST."""
    return bytes(v >> 8 for v in values) + bytes(v & 0xFF for v in values)


def read_16(data: bytes, count: int, what: str) -> list[int]:
    """The inverse. Raises Undecodable unless there are exactly `count`."""
    if len(data) != 2 * count:
        raise Undecodable(what=what, why="a column is not as long as the others")
    return [high << 8 | low for high, low in zip(data[:count], data[count:], strict=True)]


def read_8(data: bytes, count: int, what: str) -> list[int]:
    """One number from 0 to 255 a byte. Raises Undecodable unless there are exactly `count`."""
    if len(data) != count:
        raise Undecodable(what=what, why="a column is not as long as the others")
    return list(data)


def cut(data: bytes, size: int, count: int, what: str) -> list[bytes]:
    """`count` byte strings of one size. Raises Undecodable unless there are exactly as many."""
    if len(data) != size * count:
        raise Undecodable(what=what, why="a column is not as long as the others")
    return [data[at : at + size] for at in range(0, size * count, size)]
