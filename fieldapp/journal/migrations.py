"""Brings the truth in a journal file to the version of this program, each step all or nothing.

What follows from the events is made anew instead (`projections.edition`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fieldapp.journal.database import Database
from fieldapp.journal.errors import JournalDamaged, JournalNewer
from fieldapp.journal.schema import ERASURE_PAGES, ERASURES, NEIGHBOURS, TRUTH

STEPS: tuple[tuple[str, Sequence[str]], ...] = (
    ("vx1", TRUTH),
    ("neighbours", NEIGHBOURS),
    ("erasures", ERASURES),
    ("erasure pages", ERASURE_PAGES),
)
"""Name and statements of each step; the position (from 1) is the version. Append only."""

_MIGRATION = "CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL)"
TRUTH_TABLES = frozenset(
    re.findall(r"^CREATE TABLE (\w+)", statement)[0]
    for statement in (_MIGRATION, *(s for _, statements in STEPS for s in statements))
    if statement.startswith("CREATE TABLE")
)
"""Every table that is not a projection."""


def migrate(database: Database, steps: Sequence[tuple[str, Sequence[str]]] = STEPS) -> int:
    """Take the steps that are still missing and return how many.

    Raises JournalNewer for a file of a later program, JournalDamaged for one that is none of ours.
    """
    version = file_version(database)
    if version > len(steps):
        raise JournalNewer(version=version)
    for number, (name, statements) in enumerate(steps[version:], start=version + 1):
        with database.transaction():
            for statement in statements:
                database.run(statement)
            database.run("INSERT INTO migration (version, name) VALUES (?, ?)", number, name)
    return len(steps) - version


def file_version(database: Database) -> int:
    """The last step that this file has taken."""
    return database.number("SELECT max(version) FROM migration")


def begin_file(database: Database) -> None:
    """Make the list of steps in an empty new file."""
    if database.number("SELECT count(*) FROM sqlite_schema"):
        raise JournalDamaged(what="a new file is not empty", first_bad=None)
    database.run(_MIGRATION)
