"""Copies what a hub received and decided from one database into another, empty one, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, func, insert, select, text

from fieldapp.hub import postgres, schema
from fieldapp.hub.registry.tables import kept

_ROWS = 1_000
_NEWEST_NUMBER = text("SELECT seq FROM sqlite_sequence WHERE name = :table")
_GO_ON = text("SELECT setval(pg_get_serial_sequence(:table, :column), :newest)")


def tables() -> Iterator[Table]:
    """All that does not follow from frames, what others point at first."""
    yield from schema.truth.sorted_tables
    yield from kept.sorted_tables


def copy_all(source: Connection, target: Connection) -> int:
    """From SQLite into tables that were just made on a server; how many rows.

    Numbers go on where they were: none is given twice, for readers know by them how far they are.
    """
    copied = 0
    for table in tables():
        copied += _copy(source, target, table)
        _go_on_counting(source, target, table)
    return copied


def differing(source: Connection, target: Connection) -> list[str]:
    """The names of the tables that do not have the same number of rows in both."""
    return [table.name for table in tables() if _count(source, table) != _count(target, table)]


def _copy(source: Connection, target: Connection, table: Table) -> int:
    found = source.execute(select(table).execution_options(yield_per=_ROWS)).mappings()
    copied = 0
    for rows in found.partitions():
        target.execute(insert(table), [dict(row) for row in rows])
        copied += len(rows)
    return copied


def _go_on_counting(source: Connection, target: Connection, table: Table) -> None:
    column = table.autoincrement_column
    newest = source.execute(_NEWEST_NUMBER, {"table": table.name}).scalar()
    if column is not None and newest:
        named = {"table": f"{postgres.TRUTH}.{table.name}", "column": column.name}
        target.execute(_GO_ON, {**named, "newest": newest})


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
