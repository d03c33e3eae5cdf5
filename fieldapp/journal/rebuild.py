"""Makes the projections anew from the journal, and fingerprints them to compare."""

from __future__ import annotations

import hashlib

from fieldapp.journal.database import Database
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.apply import TABLES, replay

_SEARCH = "client_search"
_CHUNK = 10_000


def rebuild(j: Journal) -> int:
    """Empty the projections and replay every event, in one transaction; return how many."""
    with j.db.transaction():
        return replay(j.db)


def digest(j: Journal) -> dict[str, str]:
    """A fingerprint of each projection by table name; equal content, equal fingerprint."""
    with j.db.held():
        return table_digests(j.db)


def table_digests(db: Database) -> dict[str, str]:
    """SHA-256 over the rows of each projection, in the order of their values."""
    return {table: _digest(db, table) for table in TABLES}


def _digest(db: Database, table: str) -> str:
    found = hashlib.sha256()
    for row in db.rows(_every_row(db, table)):
        found.update(repr(row).encode())
    return found.hexdigest()


def _every_row(db: Database, table: str) -> str:
    if table == _SEARCH:  # keeps no content: compare which term stands for whom
        return "SELECT term, doc FROM client_search_terms ORDER BY 1, 2"
    columns = len(db.rows(f"PRAGMA table_info({table})"))
    order = ", ".join(str(number) for number in range(1, columns + 1))
    return f"SELECT * FROM {table} ORDER BY {order}"  # noqa: S608  names of our own list
