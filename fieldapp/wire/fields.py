"""Reads the fields of a decoded array one after another, each of the kind and size asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from fieldapp.wire.errors import Undecodable

T = TypeVar("T")
MOST = (1 << 63) - 1


class Fields:
    """One array of exactly `count` fields. Every reader raises Undecodable for what does not fit;
    call them in the order of the fields."""

    def __init__(self, value: object, what: str, count: int) -> None:
        if not isinstance(value, list) or len(value) != count:
            raise Undecodable(what=what, why=f"it is not a list of {count} fields")
        self._what = what
        self._values = iter(value)

    def number(self, least: int = 0, most: int = MOST) -> int:
        """A whole number from `least` to `most`."""
        value = next(self._values)
        if type(value) is int and least <= value <= most:
            return value
        raise self._unlike("a number")

    def time(self) -> int:
        """Seconds since 1970, of any clock however wrong."""
        return self.number(-MOST, MOST)

    def maybe_time(self) -> int | None:
        """The same, or null."""
        value = next(self._values)
        if value is None or (type(value) is int and -MOST <= value <= MOST):
            return value
        raise self._unlike("a time or null")

    def bytes(self, length: int | None = None, most: int = MOST) -> bytes:
        """A byte string, of one length or of at most `most`."""
        value = next(self._values)
        if isinstance(value, bytes) and (length in (None, len(value))) and len(value) <= most:
            return value
        raise self._unlike("a byte string")

    def text(self, most: int) -> str:
        """A text of at most `most` characters."""
        value = next(self._values)
        if isinstance(value, str) and len(value) <= most:
            return value
        raise self._unlike("a text")

    def item(self) -> object:
        """Whatever stands here."""
        return next(self._values)

    def all(self, read: Callable[[object], T], most: int) -> tuple[T, ...]:
        """A list of at most `most` items, each read by `read`."""
        value = next(self._values)
        if isinstance(value, list) and len(value) <= most:
            return tuple(read(item) for item in value)
        raise self._unlike("a list")

    def _unlike(self, wanted: str) -> Undecodable:
        return Undecodable(what=self._what, why=f"{wanted} of the right size was expected")
