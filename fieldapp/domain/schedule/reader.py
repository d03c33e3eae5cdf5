"""Takes typed values out of a programme's JSON object and names the place of every fault.

Knows nothing of vaccination. A name that nobody asked for is a fault too: a mistyped rule that is
silently left out would be a wrong answer at the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.schedule.calendar import Period, parse_period

_T = TypeVar("_T")
_REMARKS = frozenset({"schema", "note", "notes", "decisions", "sources"})


class ProgrammeInvalid(FieldAppError):
    """A programme's file cannot be used."""

    happened = "The programme {programme} cannot be used: {where}: {why}."
    safe = "Nothing recorded is affected; other programmes still work."
    next_step = "Correct the file in resources/schedules, or restore it from this release."


class Reader:
    """One object of the file; every getter raises ProgrammeInvalid with the place."""

    def __init__(self, programme: str, where: str, value: object) -> None:
        self._programme, self._where = programme, where
        if not isinstance(value, Mapping):
            raise ProgrammeInvalid(programme=programme, where=where, why="is not an object")
        self._value = value
        self._asked = set(_REMARKS)

    def wrong(self, name: str, why: str) -> ProgrammeInvalid:
        """The error about one name of this object."""
        where = f"{self._where}.{name}"
        return ProgrammeInvalid(programme=self._programme, where=where, why=why)

    def close(self) -> None:
        """Refuse names that no rule has; call it when everything has been asked for."""
        unknown = sorted(str(name) for name in self._value if name not in self._asked)
        if unknown:
            raise self.wrong(unknown[0], "is not the name of a rule")

    def has(self, name: str) -> bool:
        """Whether there is a value; null is none."""
        return self._get(name) is not None

    def text(self, name: str) -> str:
        """A text that is not empty."""
        value = self._get(name)
        if not isinstance(value, str) or not value:
            raise self.wrong(name, "must be a text")
        return value

    def optional_text(self, name: str) -> str | None:
        """A text, or None."""
        return self.text(name) if self.has(name) else None

    def texts(self, name: str) -> dict[str, str]:
        """Texts by language; English is always there, as the last resort of every screen."""
        value = self._get(name)
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise self.wrong(name, "must be texts by language")
        if "en" not in value:
            raise self.wrong(name, "must have a text in en")
        return value

    def words(self, name: str) -> list[str]:
        """A list of texts; absent is empty."""
        value = self._get(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.wrong(name, "must be a list of texts")
        return value

    def number(self, name: str) -> int:
        """A whole number that is not negative."""
        value = self._get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong(name, "must be a whole number")
        return value

    def optional_number(self, name: str) -> int | None:
        """A whole number, or None."""
        return self.number(name) if self.has(name) else None

    def flag(self, name: str) -> bool:
        """True or false; absent is false."""
        value = self._get(name)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise self.wrong(name, "must be true or false")
        return value

    def day(self, name: str) -> date:
        """A date written 2021-03-29."""
        return self.parsed(name, date.fromisoformat)

    def period(self, name: str) -> Period:
        """A stretch of time such as 21d."""
        return self.parsed(name, parse_period)

    def optional_period(self, name: str) -> Period | None:
        """A stretch of time, or None."""
        return self.period(name) if self.has(name) else None

    def parsed(self, name: str, parse: Callable[[str], _T]) -> _T:
        """A text turned into something else; `parse` raises ValueError."""
        try:
            return parse(self.text(name))
        except ValueError as error:
            raise self.wrong(name, str(error)) from error

    def child(self, name: str) -> Reader | None:
        """The object of this name, or None."""
        if not self.has(name):
            return None
        return Reader(self._programme, f"{self._where}.{name}", self._value[name])

    def children(self, name: str) -> list[Reader]:
        """The objects of a list; absent is empty."""
        value = self._get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(name, "must be a list")
        places = ((f"{self._where}.{name}[{n}]", item) for n, item in enumerate(value))
        return [Reader(self._programme, place, item) for place, item in places]

    def _get(self, name: str) -> object:
        self._asked.add(name)
        return self._value.get(name)
