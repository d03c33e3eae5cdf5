"""Many rows at once on PostgreSQL: one statement for all of them, each column as one array.

With `postgres` and `server_tables` the only module with its own SQL.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Table

_KINDS = {bytes: "bytea", int: "bigint", bool: "boolean", str: "text"}
Rows = Sequence[Mapping[str, Any]]


def rows_among(
    connection: Connection, columns: tuple[Column[Any], ...], where: Column[Any], values: list[Any]
) -> list[Any]:
    """The rows in which a column has one of these values."""
    if not values:
        return []
    return list(connection.exec_driver_sql(_among(columns, where), (values,)).all())


@cache
def _among(columns: tuple[Column[Any], ...], where: Column[Any]) -> str:
    table = where.table
    assert isinstance(table, Table)  # noqa: S101  whoever asks names a table's own columns
    listed = ", ".join(f'"{column.name}"' for column in columns)
    wanted = _array(table, where.name)
    return f'SELECT {listed} FROM "{table.name}" WHERE "{where.name}" = any({wanted})'  # noqa: S608  our own names


def insert_many(connection: Connection, table: Table, rows: Rows) -> None:
    """Write new rows; a column that a row does not name is empty."""
    named = {name for row in rows for name in row}
    names = tuple(column.name for column in table.columns if column.name in named)
    connection.exec_driver_sql(_insert(table, names), _arrays(rows, names))


def update_many(
    connection: Connection, table: Table, rows: Rows, *, key: str, of: str = "id"
) -> None:
    """Write the columns that these rows name, all the same; `key` holds the column `of` of each,
    by which it is known."""
    names = tuple(name for name in rows[0] if name != key)
    connection.exec_driver_sql(_update(table, of, names), _arrays(rows, (key, *names)))


def _arrays(rows: Rows, names: Sequence[str]) -> tuple[list[Any], ...]:
    return tuple([row.get(name) for row in rows] for name in names)


@cache
def _insert(table: Table, names: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    arrays = ", ".join(_array(table, name) for name in names)
    return f'INSERT INTO "{table.name}" ({listed}) SELECT * FROM unnest({arrays})'  # noqa: S608  our own names


@cache
def _update(table: Table, of: str, names: tuple[str, ...]) -> str:
    arrays = ", ".join(_array(table, name) for name in (of, *names))
    told = ", ".join(f'"{name}" = new."{name}"' for name in names)
    listed = ", ".join(f'"{name}"' for name in ("its_key", *names))
    return (
        f'UPDATE "{table.name}" SET {told} FROM unnest({arrays}) AS new ({listed}) '  # noqa: S608  our own names
        f'WHERE "{table.name}"."{of}" = new.its_key'
    )


def _array(table: Table, name: str) -> str:
    return f"%b::{_KINDS[table.c[name].type.python_type]}[]"
