"""Event types: which number and version stands for which fact, and the exact bytes of both parts.

    header = [type, version, [wall_s, uptime_s], user, flags]
    body   = positional array of the fact's fields, trailing nulls left out

Bytes are kept as recorded and never re-encoded for hashing; old versions are read through
upcasters that stay for ever; an unknown type is an `UnknownFact`: stored, chained, relayed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TypeAlias

from fieldapp.wire import cbor, facts
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.errors import TooLong, Undecodable
from fieldapp.wire.facts import CURRENT
from fieldapp.wire.facts.earlier import EARLIER

MAX_BODY_BYTES = 16 * 1024
MAX_HEADER_BYTES = 256

FLAG_CLOCK_DOUBTFUL = 1
FLAG_IMPORTED = 2


@dataclass(frozen=True, slots=True)
class Header:
    """Who wrote what kind of event when. `uptime_s` is monotonic since the machine's boot."""

    type: int
    version: int
    wall_s: int
    uptime_s: int
    user: str
    flags: int = 0


@dataclass(frozen=True, slots=True)
class UnknownFact:
    """An event of a type or version newer than this program, or one that does not fit its type."""

    type: int
    version: int
    body: bytes


AnyFact: TypeAlias = facts.Fact | UnknownFact

_CLASS: dict[tuple[int, int], type[facts.Fact]] = {
    **{number: cls for cls, number in CURRENT.items()},
    **{number: earlier.fact for number, earlier in EARLIER.items()},
}


def encode_header(header: Header) -> bytes:
    """The exact bytes of a header. Raises TooLong."""
    h = header
    data = cbor.dumps([h.type, h.version, [h.wall_s, h.uptime_s], h.user, h.flags])
    if len(data) > MAX_HEADER_BYTES:
        raise TooLong(what="user's login", most=MAX_HEADER_BYTES)
    return data


def decode_header(data: bytes) -> Header:
    """Read a header. Raises Undecodable."""
    match cbor.loads(data, max_bytes=MAX_HEADER_BYTES):
        case [int(kind), int(version), [int(wall_s), int(uptime_s)], str(user), int(flags)]:
            numbers = (kind, version, wall_s, uptime_s, flags)
            if not any(isinstance(number, bool) for number in numbers):
                return Header(kind, version, wall_s, uptime_s, user, flags)
    raise Undecodable(what="event", why="the header is not [type, version, time, user, flags]")


def encode_body(fact: facts.Fact) -> bytes:
    """The exact bytes of a fact, in the newest version of its type."""
    values = [getattr(fact, field.name) for field in fields(fact)]
    while values and values[-1] is None:
        values.pop()
    return cbor.dumps(values)


def type_and_version(fact: facts.Fact) -> tuple[int, int]:
    """The numbers that the header carries for this fact."""
    return CURRENT[type(fact)]


def field_names(kind: int, version: int) -> tuple[str, ...] | None:
    """The fields of a body, in order; None for a type or version not known here."""
    cls = _CLASS.get((kind, version))
    return None if cls is None else tuple(field.name for field in fields(cls))


def decode_body(kind: int, version: int, body: bytes) -> AnyFact:
    """The fact that these bytes state; UnknownFact for what this program does not know, and for
    what does not fit its type: it is stored, chained, relayed, and looked at by people."""
    cls = _CLASS.get((kind, version))
    if cls is None:
        return UnknownFact(kind, version, body)
    try:
        values = cbor.loads(body, max_bytes=MAX_BODY_BYTES)
    except Undecodable:
        return UnknownFact(kind, version, body)
    shape = _SHAPES[cls]
    if not isinstance(values, list) or len(values) > len(shape) or values[-1:] == [None]:
        return UnknownFact(kind, version, body)
    padded = [*values, *[None] * (len(shape) - len(values))]
    if not all(fits(value) for fits, value in zip(shape, padded, strict=True)):
        return UnknownFact(kind, version, body)
    fact = cls(*padded)
    earlier = EARLIER.get((kind, version))
    return fact if earlier is None else earlier.today(fact)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    return type(value) is int and abs(value) < 1 << 62


def _is_yes_no(value: object) -> bool:
    return isinstance(value, bool)


def _is_bytes(value: object) -> bool:
    return isinstance(value, bytes)


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_reference(value: object) -> bool:
    if isinstance(value, bytes):
        return len(value) == REF_BYTES
    return type(value) is int and 1 <= value < 1 << 40


def _is_anything(value: object) -> bool:
    return True


_FITS: dict[str, Callable[[object], bool]] = {
    "str": _is_text,
    "int": _is_number,
    "bool": _is_yes_no,
    "bytes": _is_bytes,
    "list[Value]": _is_list,
    "Ref": _is_reference,
    "Value": _is_anything,
}


def _shape(cls: type) -> tuple[Callable[[object], bool], ...]:
    return tuple(_fit(str(field.type)) for field in fields(cls))


def _fit(annotation: str) -> Callable[[object], bool]:
    """The check for a field's annotation, which the wire format takes as its contract."""
    name, _, optional = annotation.partition(" | ")
    fits = _FITS[name]
    if optional != "None":
        return fits
    return lambda value: value is None or fits(value)


_SHAPES = {cls: _shape(cls) for cls in _CLASS.values()}
