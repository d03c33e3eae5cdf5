"""Reads the text file of a Berlinger Fridge-tag 2: each day's extremes and minutes outside.

It is written by indented `Key: value, Key: value` lines; a day begins with `Date:` under `Hist:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from fieldapp.actions.cold_chain.logger_file import (
    MOST_READINGS,
    NAMELESS,
    BadCell,
    DayCount,
    LoggerFile,
    LoggerReading,
    NotThisFormat,
)
from fieldapp.actions.cold_chain.temperature_text import tenths_of
from fieldapp.domain.cold_chain import Side

_FIRST_LINES = re.compile(r"^\s*Device\s*:\s*.*(?:fridge-?\s?tag|q-?tag)", re.IGNORECASE)
_PAIR = re.compile(r"([A-Za-z][A-Za-z .]*?)\s*:\s*([^,]*)(?:,|$)")
_ALARM = re.compile(r"^\s*(\d):\s*$")
_NO_VALUE = "---"


def is_fridge_tag(text: str) -> bool:
    """Whether the file says that it comes from one."""
    return any(_FIRST_LINES.match(line) for line in text.splitlines()[:5])


def read_fridge_tag(text: str) -> LoggerFile:
    """Raises NotThisFormat."""
    lines = text.splitlines()
    if len(lines) > MOST_READINGS:
        raise NotThisFormat(f"it has more than {MOST_READINGS:,} lines")
    report = _Report()
    for number, line in enumerate(lines, start=1):
        report.take(number, line)
    if not report.history:
        raise NotThisFormat("it has no list of days (Hist)")
    readings = sorted(report.readings, key=lambda one: one.at)
    return LoggerFile(report.serial, readings, report.bad, report.counts)


@dataclass(slots=True)
class _Report:
    """Where we are in the file, and what was found so far."""

    serial: str = NAMELESS
    fahrenheit: bool = False
    history: bool = False
    day: date | None = None
    alarm: int | None = None
    sides: dict[int, Side] = field(default_factory=dict)
    readings: list[LoggerReading] = field(default_factory=list)
    bad: list[BadCell] = field(default_factory=list)
    counts: list[DayCount] = field(default_factory=list)

    def take(self, line: int, text: str) -> None:
        """The next line."""
        number = _ALARM.match(text)
        if number is not None:
            self.alarm = int(number[1])
            return
        pairs = dict(_pairs(text))
        if "Hist" in pairs:
            self.history = True
        if self.history:
            self._take_day(line, pairs)
        else:
            self._take_setting(pairs)

    def _take_setting(self, pairs: dict[str, str]) -> None:
        self.serial = pairs.get("Serial") or self.serial
        self.fahrenheit = self.fahrenheit or pairs.get("Temp unit", "").upper() == "F"
        limit = tenths_of(pairs.get("T AL", _NO_VALUE), fahrenheit=self.fahrenheit)
        if isinstance(limit, int) and self.alarm is not None:
            self.sides[self.alarm] = Side.BELOW if limit < 50 else Side.ABOVE

    def _take_day(self, line: int, pairs: dict[str, str]) -> None:
        if "Date" in pairs:
            self.day = _day(pairs["Date"])
            if self.day is None:
                self.bad.append(BadCell(line, "Date", pairs["Date"], "not-a-time"))
        for name in ("Min T", "Max T"):
            if name in pairs:
                self._take_extreme(line, name, pairs)
        if "t Acc" in pairs:
            self._take_count(line, pairs["t Acc"])

    def _take_extreme(self, line: int, name: str, pairs: dict[str, str]) -> None:
        value, clock = pairs[name], pairs.get(f"TS {name}", "")
        if self.day is None:
            return  # its date was bad, and is told so
        tenths = tenths_of(value, fahrenheit=self.fahrenheit)
        at = _moment(self.day, clock)
        if isinstance(tenths, str):
            self.bad.append(BadCell(line, name, value, tenths))
        elif at is None:
            self.bad.append(BadCell(line, f"TS {name}", clock, "not-a-time"))
        else:
            self.readings.append(LoggerReading(line, at, tenths))

    def _take_count(self, line: int, value: str) -> None:
        side = self.sides.get(self.alarm if self.alarm is not None else -1)
        if self.day is None or side is None:
            return
        if not value.isascii() or not value.isdigit() or int(value) > 24 * 60:
            self.bad.append(BadCell(line, "t Acc", value, "out-of-range"))
        elif int(value) > 0:
            self.counts.append(DayCount(self.day, side, int(value)))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for name, value in _PAIR.findall(text):
        yield name.strip(), value.strip()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment(day: date, clock: str) -> datetime | None:
    try:
        return datetime.combine(day, datetime.strptime(clock, "%H:%M").time())
    except ValueError:
        return None
