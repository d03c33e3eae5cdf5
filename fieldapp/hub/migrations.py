"""Brings the truth in a hub's database to this program: what it received, and what people decided.

What follows from the records is made anew instead (`edition`), and a table that is new is made,
empty. So a step is needed only where a table of the truth that a release has shipped changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

Step = tuple[str, Sequence[str]]

STEPS: tuple[Step, ...] = ()
"""Name and statements of each step from version 1 on; SQL that SQLite and PostgreSQL share, tables
of the truth by their bare names. Append only."""
FIRST = 1
VERSION = FIRST + len(STEPS)


def migrate(connection: Connection, version: int, steps: Sequence[Step] = STEPS) -> int:
    """Take the steps that are still missing; the version it has now.

    The caller's transaction holds all of them: a step that fails leaves the database as it was.
    """
    for _name, statements in steps[version - FIRST :]:
        for statement in statements:
            connection.execute(text(statement))
    return max(version, FIRST + len(steps))
