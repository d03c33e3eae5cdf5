"""Writes the refused rows of a backlog to FILE.refused.csv, to be corrected and imported again.

They name people: only their owner may read the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from fieldapp.actions.backlog.formulas import ADDED, guarded
from fieldapp.actions.backlog.row import Refusal
from fieldapp.actions.backlog.sheet import Sheet
from fieldapp.domain.errors import FieldAppError
from fieldapp.reports.files import CannotWrite, write_private


class CannotWriteRefused(FieldAppError):
    """The folder of the backlog takes no files: a stick that is write-protected or full."""

    happened = "The refused rows could not be written beside {file}: {why}."
    safe = "The good rows are recorded."
    next_step = "Copy the file to this laptop and import it again; nothing is recorded twice."


def refused_path(source: Path) -> Path:
    """Where the refused rows of `source` go."""
    return source.with_name(source.name + ".refused.csv")


def write_refused(source: Path, sheet: Sheet, refusals: Sequence[Refusal]) -> Path | None:
    """The refused rows of a backlog. None when there is none. Raises CannotWriteRefused."""
    return write_refused_rows(
        source, sheet.header, {row.line: row.cells for row in sheet.rows}, refusals
    )


def write_refused_rows(
    source: Path,
    header: Sequence[str],
    cells: Mapping[int, Sequence[str]],
    refusals: Sequence[Refusal],
    below: Iterable[str] = (),
) -> Path | None:
    """Write every refused row with all its cells as they were, then code, words, column and line;
    and `below` a line for each of these.

    Returns the file, or None when nothing was refused (an older file of that name is removed,
    because its rows have been taken since). Raises CannotWriteRefused.
    """
    path = refused_path(source)
    try:
        if not refusals:
            path.unlink(missing_ok=True)
            return None
        source.parent.stat()  # a stick that was pulled out: no folder is made in its place
        write_private(_content(header, cells, refusals, below), path)
    except OSError as error:
        raise CannotWriteRefused(file=source.name, why=error.strerror or "no access") from error
    except CannotWrite as error:
        raise CannotWriteRefused(file=source.name, why=error.details["why"]) from error
    return path


def _content(
    header: Sequence[str],
    cells: Mapping[int, Sequence[str]],
    refusals: Sequence[Refusal],
    below: Iterable[str],
) -> bytes:
    """UTF-8 with a byte-order mark, so that Excel shows Chinese."""
    text, width = io.StringIO(newline=""), len(header)
    writer = csv.writer(text)
    writer.writerow([*map(guarded, header), *ADDED])
    for no in refusals:
        own = (*cells[no.line], *[""] * width)[:width]
        writer.writerow([*map(guarded, own), no.code, no.reason, no.column, no.line])
    writer.writerows([line] for line in below)
    return text.getvalue().encode("utf-8-sig")
