"""Reads a backlog file into rows of text: CSV (UTF-8 with or without BOM, GB18030) or xlsx.

Knows the columns' names, nothing of what a cell should hold.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from fieldapp.domain.errors import FieldAppError

REQUIRED = ("client_name", "status", "vaccine", "given_at")
MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_UNPACKED_BYTES = 512 * 1024 * 1024
_MOST_EXACT = 10**15
"""Beyond it a spreadsheet does not keep every digit."""


class UnreadableFile(FieldAppError):
    """The file as a whole cannot be taken for a backlog."""

    happened = "The file {file} cannot be read: {why}."
    safe = "Nothing was imported and the file was not changed."
    next_step = "Save it again as CSV (UTF-8) or .xlsx with the column names in the first line."


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


Line = tuple[int, tuple[str, ...]]
"""The number of a line in the file, from 1, and its cells."""


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
            raise UnreadableFile(file=path.name, why="it is larger than 64 MB")
        if path.suffix.lower() == ".xlsx":
            return _xlsx_tables(path)
        return [list(_csv_lines(path))]
    except OSError as error:
        raise UnreadableFile(file=path.name, why=error.strerror or "not readable") from error
    except (csv.Error, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise UnreadableFile(file=path.name, why="it is damaged or of another format") from error


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


def _csv_lines(path: Path) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(_decoded(path.read_bytes()), newline=""))
    start = 1
    for cells in reader:
        yield start, tuple(cells)
        start = reader.line_num + 1


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("neither UTF-8 nor GB18030")


def _xlsx_tables(path: Path) -> list[list[Line]]:
    with ZipFile(path) as packed:
        if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED_BYTES:
            raise UnreadableFile(file=path.name, why="it unpacks to more than 512 MB")
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            return [_lines(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
        finally:
            book.close()
    except Exception as error:  # a damaged book makes its reader raise almost anything
        raise ValueError("not a whole Excel file") from error


def _lines(rows: Iterable[Iterable[object]]) -> list[Line]:
    return list(enumerate(map(_texts, rows), start=1))


def _texts(cells: Iterable[object]) -> tuple[str, ...]:
    return tuple(_text(cell) for cell in cells)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and abs(cell) > _MOST_EXACT:
        return f"{cell:.14E}"  # a spreadsheet has eaten digits: never taken for a number
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))  # Excel keeps a typed phone number as a float
    return str(cell)
