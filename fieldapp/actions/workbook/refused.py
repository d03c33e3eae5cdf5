"""Writes the refused rows of a workbook to FILE.refused.csv, with the seal that lets the corrected
file be imported as it is."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from fieldapp.actions.backlog.refused import ADDED, CannotWriteRefused, refused_path
from fieldapp.actions.backlog.row import Refusal
from fieldapp.actions.workbook.reading import Returned


def write_refused(source: Path, returned: Returned, refusals: Sequence[Refusal]) -> Path | None:
    """Every refused row as it was, then code, words, column and line. None when there is none: an
    older file of that name is removed, because its rows have been taken since.

    Raises CannotWriteRefused.
    """
    path = refused_path(source)
    try:
        if refusals:
            _write(path, returned, refusals)
            return path
        path.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWriteRefused(file=source.name, why=error.strerror or "no access") from error
    return None


def _write(path: Path, returned: Returned, refusals: Sequence[Refusal]) -> None:
    cells = {typed.line: typed.raw for typed in returned.rows}
    width = len(returned.header)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([*returned.header, *ADDED])
        for no in refusals:
            own = (*cells[no.line], *[""] * width)[:width]
            writer.writerow([*own, no.code, no.reason, no.column, no.line])
        writer.writerows([line] for line in returned.seal)
