"""Writes the refused rows of a workbook to FILE.refused.csv, with the seal that lets the corrected
file be imported as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fieldapp.actions.backlog.refused import write_refused_rows
from fieldapp.actions.backlog.row import Refusal
from fieldapp.actions.workbook.reading import Returned


def write_refused(source: Path, returned: Returned, refusals: Sequence[Refusal]) -> Path | None:
    """The refused rows and the seal. None when there is none. Raises CannotWriteRefused."""
    cells = {typed.line: typed.raw for typed in returned.rows}
    return write_refused_rows(source, returned.header, cells, refusals, below=returned.seal)
