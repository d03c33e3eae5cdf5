"""The tables of bulk exports: what was asked for, and what is written of it so far. In the database
like the records themselves, so that any process of the hub hands it out and no file lies about."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, Text

from fieldapp.hub.columns import Big
from fieldapp.hub.schema import truth

# One row an export. `types` with blanks between; `as_of_s`: when it began; `after`: the last
# person that is written; `state` is a `jobs.State`.
bulk_job = Table(
    "bulk_job",
    truth,
    Column("id", String(32), primary_key=True),
    Column("program", String(60), nullable=False),
    Column("types", Text, nullable=False),
    Column("since_s", Big),
    Column("asked_s", Big, nullable=False),
    Column("as_of_s", Big),
    Column("after", LargeBinary, nullable=False),
    Column("people", Big, nullable=False),
    Column("state", String(12), nullable=False),
    Column("ended_s", Big),
    Index("bulk_job_whose", "program"),
)

# Some lines of one kind, packed; `number` counts up in the order of the lines.
bulk_piece = Table(
    "bulk_piece",
    truth,
    Column("job", String(32), primary_key=True),
    Column("kind", String(30), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("lines", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
