"""The table of denominators (truth): how many people a group or area has, who said so, and when."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import truth

# One row an entry, never changed. `as_of`: the day for which it holds (days since 1970).
denominator = Table(
    "denominator",
    truth,
    Column("no", Big, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("code", Words, nullable=False),
    Column("as_of", Integer, nullable=False),
    Column("size", Big, nullable=False),
    Column("source", Words, nullable=False),
    Column("login", String(60), nullable=False),
    Column("entered_s", Big, nullable=False),
    Index("denominator_of", "kind", "code"),
    sqlite_autoincrement=True,
)

# Entries that somebody struck through.
denominator_struck = Table(
    "denominator_struck",
    truth,
    Column("denominator", Big, primary_key=True, autoincrement=False),
    Column("why", Words, nullable=False),
    Column("login", String(60), nullable=False),
    Column("at_s", Big, nullable=False),
)
