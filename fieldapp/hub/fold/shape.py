"""Whether a decoded fact holds the kinds of values that its type asks for.

The wire reads any array of the right length; a number where a name belongs is found here.
"""

from __future__ import annotations

import sys
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from fieldapp.wire.facts import Fact

_MOST = 2**53
_DEEPEST = 4
_MOST_KEY_BYTES = 2000


def is_well_formed(fact: Fact) -> bool:
    """Whether every field fits; texts hold no NUL, which no database takes."""
    return all(fits(getattr(fact, name), hint) for name, hint in _hints(type(fact)).items())


def fits_index(*texts: str) -> bool:
    """Whether a database can find something by these texts together; nobody writes longer ones."""
    return sum(len(text.encode()) for text in texts) <= _MOST_KEY_BYTES


def fits_field(cls: type, name: str, value: object) -> bool:
    """Whether a value could stand in a field of a fact."""
    hint = _hints(cls).get(name)
    return hint is not None and fits(value, hint)


def _hints(cls: type) -> dict[str, object]:
    return _hints_of(cls.__module__, cls.__name__)


@cache
def _hints_of(module: str, name: str) -> dict[str, object]:
    here = vars(sys.modules[module])
    cls = here[name]
    hints = get_type_hints(cls, here | {"Value": _VALUE})
    return {field.name: hints[field.name] for field in fields(cls)}


class _AnyValue:
    """Stands for `Value`, which refers to itself."""


_VALUE = _AnyValue


def fits(value: object, hint: object) -> bool:
    """Whether a value is of a hinted kind."""
    if hint is _VALUE:
        return _is_value(value, _DEEPEST)
    origin, parts = _taken_apart(hint)
    if origin in (Union, UnionType):
        return any(fits(value, part) for part in parts)
    if origin is list:
        return isinstance(value, list) and all(fits(item, parts[0]) for item in value)
    return _is_plain(value, hint)


@cache
def _taken_apart(hint: object) -> tuple[object, tuple[object, ...]]:
    """Kept, because every field of every fact asks."""
    return get_origin(hint), get_args(hint)


def _is_plain(value: object, hint: object) -> bool:
    if hint is NoneType:
        return value is None
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _MOST
    if hint is str:
        return isinstance(value, str) and "\0" not in value
    return isinstance(hint, type) and type(value) is hint


def _is_value(value: object, depth: int) -> bool:
    if isinstance(value, list):
        return depth > 0 and all(_is_value(item, depth - 1) for item in value)
    return any(_is_plain(value, kind) for kind in (NoneType, bool, int, bytes, str))
