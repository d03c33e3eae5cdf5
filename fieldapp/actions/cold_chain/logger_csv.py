"""Reads a logger's list with columns for time and temperature: any separator, any usual heading."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.actions.cold_chain.logger_file import (
    MOST_READINGS,
    NAMELESS,
    BadCell,
    LoggerFile,
    LoggerReading,
    NotThisFormat,
)
from fieldapp.actions.cold_chain.temperature_text import tenths_of
from fieldapp.actions.cold_chain.time_text import moment_of, order_of

_HEADING_LINES, _LINES_THAT_PROVE = 200, 20
_MOMENT = re.compile(r"date.?time|time.?stamp|日期时间|时间戳|测量时间|记录时间", re.IGNORECASE)
_DAY = re.compile(r"date|日期", re.IGNORECASE)
_CLOCK = re.compile(r"time|时间|时刻", re.IGNORECASE)
_TEMPERATURE = re.compile(r"temp|温度|°\s*[CF]|℃|℉|celsius|\bch\s*1\b", re.IGNORECASE)
_FAHRENHEIT = re.compile(r"°\s*F|℉|fahrenheit|\(F\)", re.IGNORECASE)
_SERIAL = re.compile(
    r"(?:serial|logger.?id|device.?id|序列号|设备编号)\D{0,20}?[:,;\t ]+\W*"
    r"(?P<serial>(?=[\w-]*\d)\w[\w-]{2,31})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand. `clock` None: date and time share a cell."""

    moment: int
    clock: int | None
    temperature: int
    fahrenheit: bool
    names: Sequence[str]

    def name(self, at: int) -> str:
        """What the heading calls a column, or its number."""
        return self.names[at] if at < len(self.names) and self.names[at] else f"column {at + 1}"


def read_csv(text: str, utc_offset_min: int) -> LoggerFile:
    """Raises NotThisFormat."""
    lines = _lines(text)
    heading, columns = _find_columns(lines)
    body = [(number, cells) for number, cells in lines[heading + 1 :] if any(cells)]
    if len(body) > MOST_READINGS:
        raise NotThisFormat(f"it has more than {MOST_READINGS:,} lines")
    order = order_of(_moment_text(cells, columns) for _, cells in body)
    readings: list[LoggerReading] = []
    bad: list[BadCell] = []
    for number, cells in body:
        taken = _reading(number, cells, columns, order, utc_offset_min)
        (readings if isinstance(taken, LoggerReading) else bad).append(taken)  # type: ignore[arg-type]  # each list gets its own kind
    return LoggerFile(_serial(lines[: heading + 1]), readings, bad)


def _lines(text: str) -> list[tuple[int, list[str]]]:
    separator = max(",;\t", key=text[:20_000].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    lines, start = [], 1
    try:
        for cells in reader:
            lines.append((start, [cell.strip() for cell in cells]))
            start = reader.line_num + 1
    except csv.Error as error:
        raise NotThisFormat(f"line {start} is damaged") from error
    return lines


def _find_columns(lines: Sequence[tuple[int, list[str]]]) -> tuple[int, _Columns]:
    """The heading's place and what it names. Raises NotThisFormat."""
    for place, (_, cells) in enumerate(lines[:_HEADING_LINES]):
        columns = _named(cells)
        if columns is not None and _leads(lines[place + 1 :], columns):
            return place, columns
    raise NotThisFormat("no line names a time and a temperature column")


def _leads(below: Sequence[tuple[int, list[str]]], columns: _Columns) -> bool:
    """Whether temperatures stand below: a sentence about them is no heading."""
    first = [cells for _, cells in below if any(cells)][:_LINES_THAT_PROVE]
    return any(isinstance(tenths_of(_cell(cells, columns.temperature)), int) for cells in first)


def _named(cells: Sequence[str]) -> _Columns | None:
    temperature = _first(cells, _TEMPERATURE)
    moment = _first(cells, _MOMENT)
    day, clock = _first(cells, _DAY), _first(cells, _CLOCK)
    fahrenheit = temperature is not None and bool(_FAHRENHEIT.search(cells[temperature]))
    if temperature is None:
        return None
    if moment is not None:
        return _Columns(moment, None, temperature, fahrenheit, cells)
    if day is not None:
        return _Columns(day, clock if clock != day else None, temperature, fahrenheit, cells)
    return None if clock is None else _Columns(clock, None, temperature, fahrenheit, cells)


def _first(cells: Sequence[str], words: re.Pattern[str]) -> int | None:
    """The first heading that fits and is no value."""
    fits = (at for at, cell in enumerate(cells) if words.search(cell) and len(cell) <= 40)
    return next((at for at in fits if isinstance(tenths_of(cells[at]), str)), None)


def _moment_text(cells: Sequence[str], columns: _Columns) -> str:
    parts = [_cell(cells, columns.moment)]
    if columns.clock is not None:
        parts.append(_cell(cells, columns.clock))
    return " ".join(part for part in parts if part)


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _reading(
    line: int, cells: Sequence[str], columns: _Columns, order: str, utc_offset_min: int
) -> LoggerReading | BadCell:
    text = _moment_text(cells, columns)
    at = moment_of(text, order, utc_offset_min)
    if at is None:
        why = "not-a-time" if text else "missing"
        return BadCell(line, columns.name(columns.moment), text, why)
    value = _cell(cells, columns.temperature)
    tenths = tenths_of(value, fahrenheit=columns.fahrenheit)
    if isinstance(tenths, str):
        return BadCell(line, columns.name(columns.temperature), value, tenths)
    return LoggerReading(line, at, tenths)


def _serial(heading: Sequence[tuple[int, list[str]]]) -> str:
    for _, cells in heading:
        found = _SERIAL.search("\t".join(cells))
        if found is not None:
            return found["serial"]
    return NAMELESS
