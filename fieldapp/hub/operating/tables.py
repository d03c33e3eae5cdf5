"""The tables of operations: what laptops said of their sessions, and each session in one row."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table

from fieldapp.hub.columns import Big, Words
from fieldapp.hub.schema import views

# One row an event about a session: opened, equipped, reconciled or closed.
session_event = Table(
    "session_event",
    views,
    Column("id", LargeBinary, primary_key=True),
    Column("device", Integer, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("seq", Big, nullable=False),
    Column("label", Words, nullable=False),
    Column("type", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("said_s", Big, nullable=False),
    Column("said_by", Words, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("session_event_label", "device", "label"),
)

# What they come to, for the list. `given` and `wasted` are doses as counted at the close, `unsent`
# those that the hub had not confirmed then; money is in the currency's smallest unit.
operation = Table(
    "operation",
    views,
    Column("device", Integer, primary_key=True),
    Column("label", Words, primary_key=True),
    Column("number", Big),
    Column("unit", Words),
    Column("place", Words),
    Column("key_area", Words),
    Column("programme", Words),
    Column("opened_s", Big),
    Column("closed_s", Big),
    Column("given", Big),
    Column("wasted", Big),
    Column("currency", Words),
    Column("cash_expected", Big),
    Column("cash_counted", Big),
    Column("unsent", Big),
    Index("operation_opened", "opened_s"),
    Index("operation_of_team", "device", "opened_s"),
)
