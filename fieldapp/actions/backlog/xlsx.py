"""Reads the sheets of an Excel file as lines of text. What the file says of its own size is not
believed: only filled lines are kept, and no more of them than may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from fieldapp.actions.backlog.limits import (
    MOST_COLUMNS,
    MOST_SHEETS,
    Allowance,
    TooLarge,
    UnreadableFile,
)
from fieldapp.actions.backlog.weight import weigh

_MOST_EXACT = 10**15
"""From it on a spreadsheet does not keep every digit."""

Line = tuple[int, tuple[str, ...]]
"""The number of a line in the file, from 1, and its cells."""


def xlsx_tables(path: Path, allowance: Allowance) -> list[list[Line]]:
    """Every sheet's filled lines. Raises TooLarge; ValueError for a damaged book."""
    try:
        weigh(path)
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        try:
            if len(book.worksheets) > MOST_SHEETS:
                raise TooLarge(file=path.name, why="it has more than 100 sheets")
            return [list(_lines(sheet, allowance)) for sheet in book.worksheets]
        finally:
            book.close()
    except UnreadableFile:
        raise
    except Exception as error:  # a damaged book makes its reader raise almost anything
        raise ValueError("not a whole Excel file") from error


def _lines(sheet: Any, allowance: Allowance) -> Iterator[Line]:
    """The filled lines, each as wide as the sheet says that all are, if that can be."""
    claimed = sheet.max_column or 0
    width = claimed if claimed <= MOST_COLUMNS else 0
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        allowance.look_at(len(row))
        cells = _texts(row)
        if cells:
            allowance.keep(len(cells))
            yield number, cells + ("",) * (width - len(cells))


def _texts(row: Iterable[object]) -> tuple[str, ...]:
    """The cells up to the last that is filled."""
    cells = [text_of(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def text_of(cell: object) -> str:
    """What was typed into a cell, as text."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, (int, float)) and abs(cell) >= _MOST_EXACT:
        return f"{cell:.14E}"  # a spreadsheet has eaten digits: never taken for a number
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))  # Excel keeps a typed phone number as a float
    return str(cell)
