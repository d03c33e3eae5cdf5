"""What a temperature logger's file says, whatever its format: readings, counts, and bad lines.

Times are naive, by the logger's own clock, which is taken for the site's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fieldapp.domain.cold_chain import Side
from fieldapp.domain.errors import FieldAppError

MOST_READINGS = 200_000
COLDEST_TENTHS, WARMEST_TENTHS = -1000, 1000
NAMELESS = "file"
"""The logger of a file that does not name its serial number."""


class UnreadableLoggerFile(FieldAppError):
    """The file as a whole cannot be taken for a logger's."""

    happened = "The file {file} cannot be read: {why}."
    safe = "No temperature was taken over and the file was not changed."
    next_step = "Export it from the logger again, as CSV or as the Fridge-tag's own text file."


class NotThisFormat(ValueError):
    """A reader's answer to a file that is not its own; `str()` says what is missing."""


@dataclass(frozen=True, slots=True)
class LoggerReading:
    """One reading and the line it stands in (the first is 1)."""

    line: int
    at: datetime
    tenths: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """How long the logger counted itself outside a limit on one day."""

    day: date
    side: Side
    minutes: int


@dataclass(frozen=True, slots=True)
class BadCell:
    """A line that was not taken: where, what stood there, and why: a word of BAD_CELLS."""

    line: int
    column: str
    value: str
    why: str


BAD_CELLS = ("missing", "not-a-time", "not-a-temperature", "out-of-range", "in-the-future")


@dataclass(frozen=True, slots=True)
class LoggerFile:
    """All of it. Every line that says something is a reading, a bad cell, or of the heading."""

    logger: str
    readings: Sequence[LoggerReading]
    bad: Sequence[BadCell] = ()
    counts: Sequence[DayCount] = ()
