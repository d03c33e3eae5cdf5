"""Writes a table as CSV, JSON lines or an Excel workbook. Knows formats, not what the rows mean."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from fieldapp.domain.errors import FieldAppError
from fieldapp.reports.table import Cell, Table

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d .,]*$)")


class CannotWrite(FieldAppError):
    """The medium is missing, full or not writable."""

    happened = "The file {file} could not be written: {why}."
    safe = "Nothing recorded is affected, and no half-written file was left under that name."
    next_step = "Check the folder or the stick, and export again."


class CannotDelete(FieldAppError):
    """The medium is gone or not writable."""

    happened = "The file {file} could not be deleted: {why}."
    safe = "Nothing recorded is affected. The file is still there."
    next_step = "Put the stick back in, or delete the file in the system's own file window."


def write_table(table: Table, fmt: str, path: Path) -> None:
    """Write `table` to `path`, in a format of FORMATS. A half-written file never bears the name."""
    partial = path.with_name(path.name + ".partial")
    try:
        FORMATS[fmt](table, partial)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or str(error)
        raise CannotWrite(file=path.name, why=why) from error


def write_private(
    content: bytes, path: Path, *, when_safe: Callable[[], object] = lambda: None
) -> None:
    """Write a file about people: only its owner may read it. A half-written file never bears the
    name. `when_safe` is called once all is on the medium, before it bears the name: for what must
    be known of every file that is there. Raises CannotWrite."""
    partial = path.with_name(path.name + ".partial")
    try:
        _write_whole(content, partial)
        when_safe()
        partial.replace(path)
    except OSError as error:
        raise CannotWrite(file=path.name, why=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _write_whole(content: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # one left behind could have looser permissions
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def delete_file(path: Path) -> None:
    """Delete a file that was written here; one that is gone already is fine. Raises
    CannotDelete."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise CannotDelete(file=path.name, why=error.strerror or str(error)) from error


def write_csv(table: Table, path: Path) -> None:
    """UTF-8 with a byte-order mark, so that Excel shows Chinese; no text is a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(table.columns)
        writer.writerows([_as_text(cell) for cell in row] for row in table.rows)


def write_jsonl(table: Table, path: Path) -> None:
    """One JSON object a line, in column order."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for row in table.rows:
            record = dict(zip(table.columns, row, strict=True))
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_xlsx(table: Table, path: Path) -> None:
    """One sheet with a frozen, filterable header; every text stays text (no formulas, no links)."""
    import xlsxwriter  # here, because it takes longer to load than the whole lock screen

    whole = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(whole, options) as book:
        sheet = book.add_worksheet(table.title[:31])
        sheet.write_row(0, 0, table.columns, book.add_format({"bold": True}))
        for number, row in enumerate(table.rows, start=1):
            sheet.write_row(number, 0, row)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    path.write_bytes(whole.getvalue())


def harmless(text: str) -> str:
    """Text that no table program runs as a formula: where one would, an apostrophe leads. A
    telephone number keeps its plus, a number its sign."""
    return f"'{text}" if _FORMULA.match(text) else text


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return harmless(cell) if isinstance(cell, str) else str(cell)


FORMATS: dict[str, Callable[[Table, Path], None]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "xlsx": write_xlsx,
}
