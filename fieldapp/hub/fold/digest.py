"""One number for all that the tables say: equal tables, equal digests, wherever they were made."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, Table, select

from fieldapp.hub import schema

_VOLATILE = {("event", "place"), ("progress", "projected_to"), ("progress", "decided_to")}
"""How frames were cut and when they came; says nothing about anybody."""


def digest(connection: Connection) -> bytes:
    """SHA-256 over every table in the order of its keys."""
    total = hashlib.sha256()
    for table in schema.views.sorted_tables:
        total.update(table.name.encode() + table_digest(connection, table))
    return total.digest()


def differing(one: Connection, other: Connection) -> list[str]:
    """The names of the tables that are not the same in both."""
    return [
        table.name
        for table in schema.views.sorted_tables
        if table_digest(one, table) != table_digest(other, table)
    ]


def table_digest(connection: Connection, table: Table) -> bytes:
    """SHA-256 over one table."""
    columns = [c for c in table.columns if (table.name, c.name) not in _VOLATILE]
    total = hashlib.sha256()
    rows = select(*columns).order_by(*table.primary_key.columns)
    for row in connection.execute(rows.execution_options(yield_per=1000)):
        total.update(repr(tuple(row)).encode())
    return total.digest()
