"""Whether a decoded fact holds the kinds of values that its type asks for.

The wire reads any array of the right length; a number where a name belongs is found here. What a
type asks for is read from its annotations once, because every field of every fact is asked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from fieldapp.wire.dates import from_day
from fieldapp.wire.facts import Fact

_MOST = 2**53
_DEEPEST = 4
_MOST_KEY_BYTES = 2000
Check = Callable[[object], bool]


def is_well_formed(fact: Fact) -> bool:
    """Whether every field fits; texts hold no NUL, which no database takes."""
    for name, check in _checks(type(fact)).items():  # noqa: SIM110  asked of every record: half the time
        if not check(getattr(fact, name)):
            return False
    return True


def fits_index(*texts: str) -> bool:
    """Whether a database can find something by these texts together; nobody writes longer ones."""
    return sum(len(text.encode()) for text in texts) <= _MOST_KEY_BYTES


def fits_calendar(day: int | None) -> bool:
    """Whether a number of days since 1970 is a day, or none was named."""
    try:
        from_day(day)
    except OverflowError:
        return False
    return True


def fits_field(cls: type, name: str, value: object) -> bool:
    """Whether a value could stand in a field of a fact."""
    check = _checks(cls).get(name)
    return check is not None and check(value)


class _AnyValue:
    """Stands for `Value`, which refers to itself."""


def _checks(cls: type) -> dict[str, Check]:
    return _checks_of(cls.__module__, cls.__name__)


@cache
def _checks_of(module: str, name: str) -> dict[str, Check]:
    here = vars(sys.modules[module])
    cls = here[name]
    hints = get_type_hints(cls, here | {"Value": _AnyValue})
    return {field.name: _check(hints[field.name]) for field in fields(cls)}


def _check(hint: object) -> Check:
    """Whether a value is of a hinted kind."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _any_of([_check(part) for part in parts if part is not NoneType], NoneType in parts)
    if origin is list:
        item = _check(parts[0])
        return lambda value: isinstance(value, list) and all(map(item, value))
    return _PLAIN.get(hint, _exactly(hint))


def _any_of(kinds: list[Check], or_none: bool) -> Check:
    first, *others = kinds
    if others:
        return lambda value: (value is None and or_none) or any(fits(value) for fits in kinds)
    return lambda value: (value is None and or_none) or first(value)


def _exactly(hint: object) -> Check:
    return lambda value: isinstance(hint, type) and type(value) is hint


def _is_number(value: object) -> bool:
    return type(value) is int and abs(value) <= _MOST


def _is_text(value: object) -> bool:
    return isinstance(value, str) and "\0" not in value


def _is_none(value: object) -> bool:
    return value is None


def _is_value(value: object, depth: int = _DEEPEST) -> bool:
    if isinstance(value, list):
        return depth > 0 and all(_is_value(item, depth - 1) for item in value)
    return _is_number(value) or _is_text(value) or type(value) in (NoneType, bool, bytes)


_PLAIN: dict[object, Check] = {
    int: _is_number, str: _is_text, NoneType: _is_none, _AnyValue: _is_value,
}  # fmt: skip
