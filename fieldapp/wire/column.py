"""One column of values, packed whichever way is shortest.

    [0, value]                    all alike
    [1, first, least, more]       whole numbers: each step is `least` and a varint of `more`
    [2, values, indices]          repeats: the different values, and one byte a row
    [3, values]                   as they are
    [4, digits, numbers]          texts of one length in digits, as big-endian numbers side by side
    [5, prefix, column]           texts that all begin alike, without their beginning
    [6, column, column, column]   a lone resident ID: region, birth day, order
    [7, lengths, text]            texts end to end in GBK, of characters it will always have alike
    [8, present, column]          rows without a value left out; `present` is one bit a row

Whoever packs tries what fits and keeps the shortest; whoever unpacks need not know why. Within 8
stands anything but 8, within 6 anything but 6 and 8, within 5 anything but 5, 6 and 8, so that few
bytes never unpack to more than a few columns.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeAlias

from fieldapp.wire import cbor
from fieldapp.wire.codes import DOCUMENT_KINDS
from fieldapp.wire.errors import Undecodable

Column: TypeAlias = list[object]
MAX_ROWS = 4096
MAX_CHARACTERS = 128 * 1024
_RANKS = {5: 1, 6: 2, 8: 3}
_OUTERMOST = 4
_RESIDENT_ID = DOCUMENT_KINDS["cn-resident-id"]
_DAY_ONE = date(1900, 1, 1)


def pack(values: list[object]) -> Column:
    """The shortest way found to tell these values (at least one)."""
    first = values[0]
    if all(type(value) is type(first) and value == first for value in values):
        return [0, first]
    ways = [way(values) for way in _WAYS]
    return min((way for way in ways if way is not None), key=lambda way: len(cbor.dumps(way)))


def unpack(column: object, rows: int) -> list[object]:
    """The values of a column of `rows` rows. Raises Undecodable."""
    return _unpack(column, rows, _OUTERMOST)


def _unpack(column: object, rows: int, rank: int) -> list[object]:
    """`rank` is that of the column around this one: what stands within it ranks lower."""
    if rows > MAX_ROWS or not isinstance(column, list) or not column:
        raise _nonsense()
    if type(column[0]) is not int or _RANKS.get(column[0], 0) >= rank:
        raise _nonsense()
    try:
        values = _unpacked(column, rows)
    except (ValueError, OverflowError, IndexError) as error:
        raise _nonsense() from error
    if len(values) != rows:
        raise _nonsense()
    return values


def _unpacked(column: Column, rows: int) -> list[object]:
    match column:
        case [0, value]:
            return [value] * rows
        case [1, int(first), int(least), bytes(more)]:
            return _summed(first, least, more)
        case [2, list(values), bytes(indices)]:
            return [values[index] for index in indices]
        case [3, list(values)]:
            return values
        case [4, int(digits), bytes(numbers)] if 1 <= digits <= 19:
            return _digits(digits, numbers)
        case [5, str(prefix), rest]:
            return _begun(prefix, _unpack(rest, rows, _RANKS[5]))
        case [6, regions, days, orders]:
            parts = (_unpack(told, rows, _RANKS[6]) for told in (regions, days, orders))
            return [_lone_id(*part) for part in zip(*parts, strict=True)]
        case [7, bytes(lengths), bytes(text)] if sum(lengths) == len(text):
            return _split(lengths, text)
        case [8, bytes(present), some] if len(present) == (rows + 7) // 8:
            return _spread(present, some, rows)
    raise _nonsense()


def _numbers(values: list[object]) -> Column | None:
    whole = [value for value in values if type(value) is int]
    if len(whole) != len(values) or any(abs(value) >= 1 << 62 for value in whole):
        return None
    steps = [b - a for a, b in pairwise(whole)]
    least = min(steps, default=0)
    return [1, whole[0], least, b"".join(_varint(step - least) for step in steps)]


def _varint(number: int) -> bytes:
    """Seven bits a byte, lowest first; the high bit says that more follows."""
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def _summed(first: int, least: int, more: bytes) -> list[object]:
    values: list[object] = [first]
    total, step, shift = first, 0, 0
    for byte in more:
        step |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            total += least + step
            values.append(total)
            step = shift = 0
        elif shift > 70:
            raise ValueError("number too long")
    if shift:
        raise ValueError("cut short")
    return values


def _repeats(values: list[object]) -> Column | None:
    keys = [cbor.dumps(value) for value in values]
    different = dict(zip(keys, values, strict=True))
    if len(different) > min(255, len(values) - 1):
        return None
    places = {key: place for place, key in enumerate(different)}
    return [2, list(different.values()), bytes(places[key] for key in keys)]


def _as_they_are(values: list[object]) -> Column:
    return [3, values]


def _texts(values: list[object]) -> list[str] | None:
    texts = [value for value in values if isinstance(value, str)]
    return texts if len(texts) == len(values) else None


def _of_digits(values: list[object]) -> Column | None:
    texts = _texts(values)
    if texts is None:
        return None
    digits = len(texts[0])
    fits = 1 <= digits <= 19 and all(
        len(text) == digits and text.isascii() and text.isdigit() for text in texts
    )
    if not fits:
        return None
    width = _width(digits)
    return [4, digits, b"".join(int(text).to_bytes(width, "big") for text in texts)]


def _width(digits: int) -> int:
    return (int("9" * digits).bit_length() + 7) // 8


def _digits(digits: int, numbers: bytes) -> list[object]:
    width = _width(digits)
    pieces = [numbers[at : at + width] for at in range(0, len(numbers), width)]
    return [str(int.from_bytes(piece, "big")).zfill(digits) for piece in pieces]


def _beginning_alike(values: list[object]) -> Column | None:
    texts = _texts(values)
    prefix = _common_beginning(texts) if texts else ""
    if texts is None or not prefix:
        return None
    return [5, prefix, pack([text[len(prefix) :] for text in texts])]


def _common_beginning(texts: list[str]) -> str:
    least, greatest = min(texts), max(texts)
    alike = 0
    while alike < len(least) and least[alike] == greatest[alike]:
        alike += 1
    return least[:alike]


def _begun(prefix: str, rest: list[object]) -> list[object]:
    texts = [_text(value) for value in rest]
    if len(prefix) * len(texts) + sum(map(len, texts)) > MAX_CHARACTERS:
        raise ValueError("too long")
    return [prefix + text for text in texts]


def _lone_ids(values: list[object]) -> Column | None:
    parts = [_id_parts(value) for value in values]
    known = [part for part in parts if part is not None]
    if len(known) != len(values):
        return None
    regions, days, orders = (list(column) for column in zip(*known, strict=True))
    return [6, pack(regions), pack(days), pack(orders)]


def _id_parts(value: object) -> tuple[object, object, object] | None:
    match value:
        case [[int(kind), str(number)]] if kind == _RESIDENT_ID and len(number) == 17:
            try:
                born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
            except ValueError:
                return None
            parts = (number[:6], (born - _DAY_ONE).days, number[14:])
            return parts if _lone_id(*parts) == value else None
    return None


def _lone_id(region: object, day: object, order: object) -> object:
    where, which = _text(region), _text(order)
    if type(day) is not int or (len(where), len(which)) != (6, 3):
        raise ValueError("not the parts of a resident ID")
    born = _DAY_ONE + timedelta(days=day)
    return [[_RESIDENT_ID, f"{where}{born.year:04}{born.month:02}{born.day:02}{which}"]]


def _end_to_end(values: list[object]) -> Column | None:
    texts = _texts(values)
    if texts is None or not all(map(_is_settled, texts)):
        return None
    pieces = [text.encode("gbk") for text in texts]
    if any(len(piece) > 255 for piece in pieces):
        return None
    return [7, bytes(map(len, pieces)), b"".join(pieces)]


def _split(lengths: bytes, text: bytes) -> list[object]:
    values: list[object] = []
    at = 0
    for length in lengths:
        piece = text[at : at + length].decode("gbk")
        if not _is_settled(piece):
            raise ValueError("a character whose code differs between editions of GBK")
        values.append(piece)
        at += length
    return values


def _is_settled(text: str) -> bool:
    """Whether every edition of GBK and GB18030, in every language's library, has the same code for
    these characters: ASCII, the middle dot of names, and the first 20,902 Chinese characters."""
    return all(
        character < "\x80" or character == "·" or "\u4e00" <= character <= "\u9fa5"
        for character in text
    )


def _with_gaps(values: list[object]) -> Column | None:
    some = [value for value in values if value is not None]
    if not some or len(some) == len(values):
        return None
    bits = sum(1 << at for at, value in enumerate(values) if value is not None)
    return [8, bits.to_bytes((len(values) + 7) // 8, "little"), pack(some)]


def _spread(present: bytes, some: object, rows: int) -> list[object]:
    bits = int.from_bytes(present, "little")
    values = iter(_unpack(some, bits.bit_count(), _RANKS[8]))
    return [next(values) if bits >> at & 1 else None for at in range(rows)]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _nonsense() -> Undecodable:
    return Undecodable(what="page", why="a column does not unpack")


_WAYS: tuple[Callable[[list[object]], Column | None], ...] = (
    _numbers,
    _repeats,
    _of_digits,
    _beginning_alike,
    _lone_ids,
    _end_to_end,
    _with_gaps,
    _as_they_are,
)
