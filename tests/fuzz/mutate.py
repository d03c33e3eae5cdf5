"""Turns good bytes into bad ones: a bit, a byte, a piece cut, doubled, moved, or from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

_TELLING = (0, 1, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1F, 0x40, 0x5B, 0x80, 0x9B, 0x9F, 0xF6, 0xFF)
_LONGEST = 1 << 16


def mutated(good: Sequence[bytes], random: Random) -> bytes:
    """One of the good ones with a few changes; now and then nothing but noise."""
    if random.random() < 0.02:
        return random.randbytes(random.randrange(200))
    data = random.choice(good)
    for _ in range(random.choice((1, 1, 1, 2, 4, 8))):
        data = random.choice(_CHANGES)(data, good, random)[:_LONGEST]
    return data


def _flip(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    return _put(data, random, lambda byte: byte ^ (1 << random.randrange(8)))


def _set(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    return _put(data, random, lambda _byte: random.choice(_TELLING))


def _count(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    return _put(data, random, lambda byte: (byte + random.choice((-1, 1))) % 256)


def _put(data: bytes, random: Random, change: Callable[[int], int]) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([change(data[at])]) + data[at + 1 :]


def _cut(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _drop(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    first, last = _span(data, random)
    return data[:first] + data[last:]


def _double(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    first, last = _span(data, random)
    return data[:last] + data[first:last] * random.choice((1, 1, 2, 100)) + data[last:]


def _splice(data: bytes, good: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(good)
    first, last = _span(other, random)
    at = random.randrange(len(data) + 1)
    return data[:at] + other[first:last] + data[at:]


def _span(data: bytes, random: Random) -> tuple[int, int]:
    ends = sorted(random.randrange(len(data) + 1) for _ in range(2))
    return ends[0], ends[1]


_CHANGES = (_flip, _flip, _set, _count, _cut, _drop, _double, _splice)
