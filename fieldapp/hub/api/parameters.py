"""What a parameter may be: how it is described to others, and how it is read. Both in one place, so
that what is promised is what is taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from fieldapp.wire import cbor
from fieldapp.wire.errors import Undecodable

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TEXT = r"^[^\x00-\x1f\x7f]*$"
_ID = r"^[0-9a-f]{64}$"
_CURSOR = r"^[0-9a-f]{2,400}$"
_MOST_CURSOR_BYTES = 200
_MOST_PLACE = 2**63


class In(StrEnum):
    """Where a parameter stands."""

    PATH = "path"
    QUERY = "query"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Kind:
    """`schema` is JSON Schema; `read` raises ValueError with what is wrong, in words."""

    schema: Mapping[str, Any]
    read: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One of them; `many`: it may stand there more than once."""

    name: str
    kind: Kind
    words: str
    where: In = In.QUERY
    needed: bool = False
    many: bool = False


class BadParameter(Exception):
    """A parameter that cannot be read, by its name."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name)
        self.name, self.why = name, why


def read_all(
    declared: Iterable[Parameter], given: Iterable[tuple[str, str]], where: In
) -> dict[str, Any]:
    """Everything that was given at one place, by name; lists of those that may stand there more
    than once. Raises BadParameter."""
    here = {one.name: one for one in declared if one.where is where}
    found: dict[str, Any] = {name: [] for name, one in here.items() if one.many}
    for name, text in given:
        parameter = here.get(name)
        if parameter is None:
            raise BadParameter(name[:60], "there is no such parameter here")
        value = _read(parameter, text)
        if parameter.many:
            found[name].append(value)
        elif name in found:
            raise BadParameter(name, "it stands there more than once")
        else:
            found[name] = value
    lacking = next((one.name for one in here.values() if one.needed and one.name not in found), "")
    if lacking:
        raise BadParameter(lacking, "it is needed")
    return found


def _read(parameter: Parameter, text: str) -> Any:
    try:
        return parameter.kind.read(text)
    except (ValueError, OverflowError) as wrong:
        raise BadParameter(parameter.name, str(wrong)) from wrong


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError("it is not a day like 2026-11-28")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("there is no such day") from None


def _moment(text: str) -> int:
    said = "it is not a moment with its zone like 2026-11-28T10:42:00Z"
    try:
        moment = datetime.fromisoformat(text.upper())
    except ValueError:
        raise ValueError(said) from None
    if moment.tzinfo is None:
        raise ValueError(said)
    return int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())


def _id(text: str) -> bytes:
    if not re.fullmatch(_ID, text):
        raise ValueError("it is not 64 small hexadecimal digits")
    return bytes.fromhex(text)


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError("it is neither true nor false")
    return text == "true"


DAY = Kind({"type": "string", "format": "date"}, _day)
MOMENT = Kind({"type": "string", "format": "date-time"}, _moment)
ID = Kind({"type": "string", "pattern": _ID}, _id)
FLAG = Kind({"type": "boolean"}, _flag)


def number(least: int, most: int, default: int | None = None) -> Kind:
    """A whole number."""

    def read(text: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,18}", text) or not least <= int(text) <= most:
            raise ValueError(f"it is not a whole number from {least} to {most}")
        return int(text)

    schema: dict[str, Any] = {"type": "integer", "minimum": least, "maximum": most}
    return Kind(schema if default is None else schema | {"default": default}, read)


def choice(*values: str) -> Kind:
    """One of a few words."""

    def read(text: str) -> str:
        if text not in values:
            raise ValueError(f"it is none of {', '.join(values)}")
        return text

    return Kind({"type": "string", "enum": list(values)}, read)


def text(most: int) -> Kind:
    """What somebody typed."""

    def read(typed: str) -> str:
        if not (0 < len(typed) <= most and re.fullmatch(_TEXT, typed, re.DOTALL)):
            raise ValueError(f"it is empty, longer than {most} characters, or no plain text")
        return typed

    return Kind({"type": "string", "minLength": 1, "maxLength": most, "pattern": _TEXT}, read)


def _cursor(text: str) -> tuple[Any, ...]:
    try:
        place = cbor.loads(bytes.fromhex(text), max_bytes=_MOST_CURSOR_BYTES)
    except (ValueError, Undecodable):
        place = None
    if not isinstance(place, list) or not all(map(_is_place, place)):
        raise ValueError("it is not the cursor of an answer")
    return tuple(place)


def _is_place(one: object) -> bool:
    """Whether a column can hold it."""
    return type(one) is bytes or (type(one) is int and abs(one) < _MOST_PLACE)


def cursor_of(place: Iterable[int | bytes]) -> str:
    """A place in a list as others hand it back."""
    return cbor.dumps(list(place)).hex()


CURSOR = Kind({"type": "string", "format": "cursor", "pattern": _CURSOR}, _cursor)
