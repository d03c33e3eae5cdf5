"""What the pocket registry holds of one person and one vaccine: 12 bytes.

    masked = product (1 byte: its place in the head's list), doses (1), last day (2), the day of the
             dose before it (2; 0: there is none, or nobody knows)

Days are counted from 31 December 1999, so that 0 is no day. The mask follows from the slow key and
the entry's number among those of its person: without the document even the product stays hidden.
"""

from __future__ import annotations

import hmac
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fieldapp.wire.errors import Undecodable

ENTRY_BYTES = 12
PREFIX_BYTES = 2
TAG_BYTES = 6
MOST_OF_ONE = 64
"""Entries of one person; more is a damaged file."""
_BEFORE_DAY_ONE = date(1999, 12, 31)
_MOST_DAY = 2**16 - 1
_PLAIN = struct.Struct(">BBHH")


@dataclass(frozen=True, slots=True)
class Holding:
    """The doses of one product that a person is known to have had, wherever they were given.

    `before` is the day of the last dose but one. All others are only counted.
    """

    product: str
    doses: int
    last: date
    before: date | None = None


def encode(slow_key: bytes, holdings: Sequence[Holding], products: Sequence[str]) -> list[bytes]:
    """A person's entries, in their order. Raises ValueError for an unknown product."""
    head = slow_key[PREFIX_BYTES : PREFIX_BYTES + TAG_BYTES]
    return [
        head + _masked(slow_key, number, _plain(holding, products))
        for number, holding in enumerate(holdings)
    ]


def decode(slow_key: bytes, bucket: bytes, products: Sequence[str]) -> list[Holding]:
    """A person's holdings out of all entries that begin alike. Raises Undecodable."""
    mine = list(_tagged(slow_key, bucket))
    if len(mine) > MOST_OF_ONE:
        raise Undecodable(what="registry", why="one person has too many entries")
    return [
        _holding(_masked(slow_key, number, masked), products) for number, masked in enumerate(mine)
    ]


def _tagged(slow_key: bytes, bucket: bytes) -> Iterator[bytes]:
    tag = slow_key[PREFIX_BYTES : PREFIX_BYTES + TAG_BYTES]
    for at in range(0, len(bucket), ENTRY_BYTES):
        if bucket[at : at + TAG_BYTES] == tag:
            yield bucket[at + TAG_BYTES : at + ENTRY_BYTES]


def _masked(slow_key: bytes, number: int, six: bytes) -> bytes:
    mask = hmac.digest(slow_key, b"mask" + bytes([number]), "sha256")
    return bytes(a ^ b for a, b in zip(six, mask, strict=False))


def _plain(holding: Holding, products: Sequence[str]) -> bytes:
    doses = min(holding.doses, 255)
    days = _number(holding.last), _number(holding.before)
    return _PLAIN.pack(products.index(holding.product), doses, *days)


def _number(day: date | None) -> int:
    return 0 if day is None else min(max((day - _BEFORE_DAY_ONE).days, 1), _MOST_DAY)


def _holding(six: bytes, products: Sequence[str]) -> Holding:
    product, doses, last, before = _PLAIN.unpack(six)
    if product >= len(products) or not doses or not last:
        raise Undecodable(what="registry", why="an entry makes no sense")
    return Holding(products[product], doses, _day(last), _day(before) if before else None)


def _day(number: int) -> date:
    return _BEFORE_DAY_ONE + timedelta(days=number)
