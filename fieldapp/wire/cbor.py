"""Deterministic CBOR (RFC 8949 section 4.2) of whole numbers, texts, bytes, lists, yes, no, null.

Anything else (floats, maps, tags, indefinite lengths, numbers or lengths written longer than they
need be) is refused, so that a value has one encoding and a reader has nothing to be tricked with.
Knows nothing of vaccination: only bytes, depth and size.
"""

from __future__ import annotations

import cbor2

from fieldapp.wire.errors import Undecodable

MAX_DEPTH = 12
MAX_ITEMS = 100_000

_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _LIST = range(5)
_SIMPLE = {0xF4: False, 0xF5: True, 0xF6: None}
_LEAST_OF_LENGTH = {1: 24, 2: 1 << 8, 4: 1 << 16, 8: 1 << 32}


def dumps(value: object) -> bytes:
    """The one encoding of a value; whole numbers must lie within -2**64 and 2**64 - 1."""
    return cbor2.dumps(value, canonical=True)


def loads(data: bytes, *, max_bytes: int, max_items: int = MAX_ITEMS) -> object:
    """Read exactly one CBOR item. Raises Undecodable for anything else, in little memory."""
    if len(data) > max_bytes:
        raise Undecodable(what="CBOR", why=f"{len(data)} bytes, at most {max_bytes} allowed")
    try:
        value, end = _item(data, 0, MAX_DEPTH, [max_items])
    except IndexError as error:
        raise _refused("it is cut short") from error
    except UnicodeDecodeError as error:
        raise _refused("a text is not UTF-8") from error
    if end != len(data):
        raise _refused("bytes are left over")
    return value


def _item(data: bytes, at: int, depth: int, left: list[int]) -> tuple[object, int]:
    """The item that begins at `at`, and where the next begins. `left` holds one number: how many
    more items may follow."""
    first = data[at]
    kind, number = first >> 5, first & 31
    at += 1
    if kind > _LIST:
        if first not in _SIMPLE:
            raise _refused("it holds a kind of value that VX1 does not use")
        return _SIMPLE[first], at
    if number >= 24:
        number, at = _argument(data, at, number)
    if kind == _UNSIGNED:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if number > len(data) - at:
        raise IndexError
    if kind == _LIST:
        return _items(data, at, number, depth, left)
    end = at + number
    return (data[at:end] if kind == _BYTES else data[at:end].decode()), end


def _argument(data: bytes, at: int, code: int) -> tuple[int, int]:
    if code > 27:
        raise _refused("a length is not told in advance")
    length = 1 << (code - 24)
    if at + length > len(data):
        raise IndexError
    number = int.from_bytes(data[at : at + length], "big")
    if number < _LEAST_OF_LENGTH[length]:
        raise _refused("a number is written longer than it need be")
    return number, at + length


def _items(
    data: bytes, at: int, count: int, depth: int, left: list[int]
) -> tuple[list[object], int]:
    left[0] -= count
    if depth == 0 or left[0] < 0:
        raise _refused("it is nested too deeply, or holds too many items")
    items = []
    for _ in range(count):
        item, at = _item(data, at, depth - 1, left)
        items.append(item)
    return items, at


def _refused(why: str) -> Undecodable:
    return Undecodable(what="CBOR", why=why)
