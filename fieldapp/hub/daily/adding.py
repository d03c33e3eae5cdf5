"""Adds to counts that are kept: what is there grows or shrinks, what comes to nothing goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sqlalchemy import Connection, Delete, Table, TextClause, bindparam, delete, text

from fieldapp.hub.daily.shares import Cell, Counts


def add_to(connection: Connection, table: Table, change: Mapping[Cell, Counts]) -> None:
    """Add these; the columns of the table that are no part of a cell are its figures."""
    moved = sorted(cell for cell, counts in change.items() if any(counts.values()))
    if not moved:
        return
    names = _figures(table)
    rows = [cell._asdict() | {name: change[cell][name] for name in names} for cell in moved]
    connection.execute(_more(table), rows)
    less = [cell for cell in moved if any(count < 0 for count in change[cell].values())]
    if less:
        wheres = [{f"of_{name}": value for name, value in cell._asdict().items()} for cell in less]
        connection.execute(_drop_empty(table), wheres)


def _figures(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.name not in Cell._fields)


@cache
def _more(table: Table) -> TextClause:
    names = _figures(table)
    listed = (*Cell._fields, *names)
    return text(
        f"INSERT INTO {table.name} ({', '.join(listed)}) "  # noqa: S608  our own names
        f"VALUES ({', '.join(f':{name}' for name in listed)}) "
        f"ON CONFLICT ({', '.join(Cell._fields)}) DO UPDATE SET "
        + ", ".join(f"{name} = {table.name}.{name} + excluded.{name}" for name in names)
    )


@cache
def _drop_empty(table: Table) -> Delete:
    return delete(table).where(
        *(table.c[name] == bindparam(f"of_{name}") for name in Cell._fields),
        *(table.c[name] == 0 for name in _figures(table)),
    )
