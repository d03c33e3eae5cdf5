"""Keeps practice out of real files, and real files out of practice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.made_up import MADE_UP_COLUMN, MADE_UP_WORDS
from fieldapp.journal.journal import Journal
from fieldapp.reports.table import Table


class MadeUpFile(FieldAppError):
    """A real laptop was given a file of a practice."""

    happened = "The file {file} was written in practice, about made-up people."
    safe = "Nothing was imported and the file was not changed."
    next_step = "Take a file of a real laptop. What was practised stays in practice."


class RealFile(FieldAppError):
    """A practice was given a file that is not of a practice."""

    happened = "This is practice, and the file {file} was not written in practice."
    safe = "Nothing was imported and the file was not changed."
    next_step = "Import it on the real laptop. Practice takes only what practice wrote."


def marked(journal: Journal, table: Table) -> Table:
    """The table as this laptop writes it: in practice every row says so first."""
    if not journal.team.made_up:
        return table
    rows = [(MADE_UP_WORDS, *row) for row in table.rows]
    return replace(table, columns=(MADE_UP_COLUMN, *table.columns), rows=rows)


def require_same_world(journal: Journal, columns: Collection[str], file: str) -> None:
    """Go on only with a file of this laptop's kind. Raises MadeUpFile, RealFile."""
    made_up = MADE_UP_COLUMN in {name.strip().lower() for name in columns}
    if made_up and not journal.team.made_up:
        raise MadeUpFile(file=file)
    if journal.team.made_up and not made_up:
        raise RealFile(file=file)
