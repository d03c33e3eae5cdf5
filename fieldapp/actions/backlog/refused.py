"""Writes the refused rows of a backlog to FILE.refused.csv, to be corrected and imported again."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from fieldapp.actions.backlog.row import Refusal
from fieldapp.actions.backlog.sheet import Sheet
from fieldapp.domain.errors import FieldAppError

ADDED = ("refusal", "reason", "refused_column", "line")


class CannotWriteRefused(FieldAppError):
    """The folder of the backlog takes no files: a stick that is write-protected or full."""

    happened = "The refused rows could not be written beside {file}: {why}."
    safe = "The good rows are recorded."
    next_step = "Copy the file to this laptop and import it again; nothing is recorded twice."


def refused_path(source: Path) -> Path:
    """Where the refused rows of `source` go."""
    return source.with_name(source.name + ".refused.csv")


def write_refused(source: Path, sheet: Sheet, refusals: Sequence[Refusal]) -> Path | None:
    """Write every refused row with all its cells as they were, then code, words, column and line.

    Returns the file, or None when nothing was refused (an older file of that name is removed,
    because its rows have been taken since). Raises CannotWriteRefused.
    """
    path = refused_path(source)
    try:
        if refusals:
            _write(path, sheet, refusals)
            return path
        path.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWriteRefused(file=source.name, why=error.strerror or "no access") from error
    return None


def _write(path: Path, sheet: Sheet, refusals: Sequence[Refusal]) -> None:
    cells = {row.line: row.cells for row in sheet.rows}
    width = len(sheet.header)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([*sheet.header, *ADDED])
        for no in refusals:
            own = (*cells[no.line], *[""] * width)[:width]
            writer.writerow([*own, no.code, no.reason, no.column, no.line])
