"""Writes a pocket registry in one pass over entries that come sorted, however many they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import BinaryIO

from fieldapp.wire.registry import index
from fieldapp.wire.registry.head import BLOCK_BYTES

_BUFFERED = 64 * 1024


@dataclass(frozen=True, slots=True)
class Written:
    """What the head must say of a body."""

    entries: int
    blocks: tuple[bytes, ...]


def write_body(out: BinaryIO, people: Iterable[tuple[bytes, list[bytes]]]) -> Written:
    """Entries and index of people given as (slow key, entries), sorted by slow key."""
    ends = [0] * index.BUCKETS
    entries, blocks, buffered = 0, _Blocks(out), bytearray()
    for slow_key, own in people:
        entries += len(own)
        ends[index.bucket_of(slow_key)] = entries
        buffered += b"".join(own)
        if len(buffered) >= _BUFFERED:
            blocks.write(bytes(buffered))
            buffered.clear()
    blocks.write(bytes(buffered))
    blocks.write(index.encode(ends))
    return Written(entries, blocks.close())


@dataclass
class _Blocks:
    """Writes on, and keeps the digest of every block."""

    out: BinaryIO
    done: list[bytes] = field(default_factory=list)
    room: int = BLOCK_BYTES
    current: hashlib._Hash = field(default_factory=hashlib.sha256)

    def write(self, piece: bytes) -> None:
        self.out.write(piece)
        while piece:
            part, piece = piece[: self.room], piece[self.room :]
            self.current.update(part)
            self.room -= len(part)
            if not self.room:
                self._next()

    def _next(self) -> None:
        self.done.append(self.current.digest())
        self.current, self.room = hashlib.sha256(), BLOCK_BYTES

    def close(self) -> tuple[bytes, ...]:
        if self.room < BLOCK_BYTES:
            self._next()
        return tuple(self.done)
