"""The tables of pushing: how far each server has been brought, what it holds of ours, and what it
refused. They name nobody; what a server said of its refusal may."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, SmallInteger, String, Table, Text

from fieldapp.hub.columns import Big
from fieldapp.hub.schema import truth

# One row a server. `pushed_to`: the number of the last change that it has; `failures` in a row,
# and `why` the last.
push_target = Table(
    "push_target",
    truth,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False, unique=True),
    Column("pushed_to", Big, nullable=False),
    Column("tried_s", Big),
    Column("went_s", Big),
    Column("failures", SmallInteger, nullable=False),
    Column("why", Text, nullable=False),
)

# What a server holds: one row a resource, with whose registration it is under and a digest of it.
push_held = Table(
    "push_held",
    truth,
    Column("target", Integer, primary_key=True),
    Column("kind", String(30), primary_key=True),
    Column("id", LargeBinary, primary_key=True),
    Column("client", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Index("push_held_whose", "target", "client"),
)

# What a server refused and did not take since: `answer` is its OperationOutcome.
push_refused = Table(
    "push_refused",
    truth,
    Column("target", Integer, primary_key=True),
    Column("kind", String(30), primary_key=True),
    Column("id", LargeBinary, primary_key=True),
    Column("client", LargeBinary, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("answer", Text, nullable=False),
    Column("at_s", Big, nullable=False),
    Index("push_refused_whose", "target", "client"),
)
