"""Writes the refused rows of a backlog to FILE.refused.csv, to be corrected and imported again."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from fieldapp.actions.backlog.row import Refusal
from fieldapp.actions.backlog.sheet import Sheet

ADDED = ("refusal", "reason", "refused_column", "line")


def refused_path(source: Path) -> Path:
    """Where the refused rows of `source` go."""
    return source.with_name(source.name + ".refused.csv")


def write_refused(source: Path, sheet: Sheet, refusals: Sequence[Refusal]) -> Path | None:
    """Write every refused row with all its cells as they were, then code, words, column and line.

    Returns the file, or None when nothing was refused (an older file of that name is removed,
    because its rows have been taken since).
    """
    path = refused_path(source)
    if not refusals:
        path.unlink(missing_ok=True)
        return None
    cells = {row.line: row.cells for row in sheet.rows}
    width = len(sheet.header)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([*sheet.header, *ADDED])
        for no in refusals:
            own = (*cells[no.line], *[""] * width)[:width]
            writer.writerow([*own, no.code, no.reason, no.column, no.line])
    return path
