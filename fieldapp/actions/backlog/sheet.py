"""Reads a backlog file into rows of text: CSV (UTF-8 with or without BOM, GB18030) or xlsx
(xlsx.py).

Knows the columns' names, nothing of what a cell should hold.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldapp.actions.backlog.formulas import is_of_refused, unguarded
from fieldapp.actions.backlog.limits import Allowance, NoSuchFile, TooLarge, UnreadableFile
from fieldapp.actions.backlog.xlsx import Line, xlsx_tables

REQUIRED = ("client_name", "status", "vaccine", "given_at")
MAX_FILE_BYTES = 64 * 1024 * 1024
_MOST_LETTERS = 1024 * 1024
"""Of one line of a CSV file."""
_SHORTENED = re.compile(r"[+-]?\d(?:[.,]\d+)?E\+\d{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of the file: its number there (the header is line 1), all cells, and by name."""

    line: int
    cells: tuple[str, ...]
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The file's own header, kept to write refused rows back, and its rows."""

    header: tuple[str, ...]
    rows: list[SheetRow]


def read_sheet(path: Path, required: Sequence[str] = REQUIRED) -> Sheet:
    """Read a file that has these columns: the first table of it that does. Raises
    UnreadableFile."""
    tables = read_tables(path)
    fitting = (table for table in tables if table and set(required) <= set(_names(table[0][1])))
    return _sheet(path, next(fitting, next(filter(None, tables), [])), required)


def read_tables(path: Path) -> list[list[Line]]:
    """Every sheet of a file as lines of text; a CSV file has one. Raises UnreadableFile."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise TooLarge(file=path.name, why="it is larger than 64 MB")
        allowance = Allowance(path.name)
        if path.suffix.lower() == ".xlsx":
            return [_as_it_was(table) for table in xlsx_tables(path, allowance)]
        return [_as_it_was(list(_csv_lines(path, allowance)))]
    except FileNotFoundError as error:
        raise NoSuchFile(file=path.name) from error
    except OSError as error:
        raise UnreadableFile(file=path.name, why=error.strerror or "not readable") from error
    except (csv.Error, ValueError) as error:
        raise UnreadableFile(file=path.name, why="it is damaged or of another format") from error


def _as_it_was(table: list[Line]) -> list[Line]:
    """A table of refused rows without what keeps a spreadsheet from running them."""
    if not table or not is_of_refused(table[0][1]):
        return table
    return [(line, tuple(map(unguarded, cells))) for line, cells in table]


def _sheet(path: Path, lines: Sequence[Line], required: Sequence[str]) -> Sheet:
    header = lines[0][1] if lines else ()
    names = _names(header)
    missing = [name for name in required if name not in names]
    if missing:
        raise UnreadableFile(file=path.name, why=f"the column {missing[0]} is missing")
    return Sheet(header, [_row(line, names, cells) for line, cells in lines[1:] if any(cells)])


def _names(header: Iterable[str]) -> list[str]:
    return [name.strip().lower() for name in header]


def _row(line: int, names: list[str], cells: tuple[str, ...]) -> SheetRow:
    values: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        values.setdefault(name, cell)  # the first of two equal names: refused files repeat `reason`
    return SheetRow(line, cells, values)


def lost_digits(text: str) -> bool:
    """Whether this is a long number as a spreadsheet writes it when it no longer has all its
    digits: 1.10101E+17."""
    return _SHORTENED.fullmatch(text) is not None


def _csv_lines(path: Path, allowance: Allowance) -> Iterator[Line]:
    letters = _Letters(_decoded(path.read_bytes()), path.name)
    reader, start = csv.reader(letters), 1
    for cells in reader:
        allowance.look_at(len(cells))
        if any(cells):
            allowance.keep(len(cells))
            yield start, tuple(cells)
        start = reader.line_num + 1
        letters.begin_line()


class _Letters:
    """The text of a CSV file; one line of it, that may go over several, must not be a book."""

    def __init__(self, text: str, file: str) -> None:
        self._stream, self._file, self._taken = io.StringIO(text, newline=""), file, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._stream)
        self._taken += len(line)
        if self._taken > _MOST_LETTERS:
            raise TooLarge(file=self._file, why="one of its lines is too long")
        return line

    def begin_line(self) -> None:
        """The line before is whole."""
        self._taken = 0


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("neither UTF-8 nor GB18030")
