"""Many rows at once: what makes the difference between a page a second and a hundred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    insert,
    select,
    update,
)

from fieldapp.hub import postgres, server_rows

CHUNK = 500
_ROW_ID, _WANTED = "row_id", "wanted"


def chunks(values: Iterable[Any]) -> Iterable[Sequence[Any]]:
    """Lists short enough for one SQL statement, in a fixed order."""
    ordered = sorted(values)
    return [ordered[at : at + CHUNK] for at in range(0, len(ordered), CHUNK)]


def rows_in(
    connection: Connection,
    columns: Sequence[Column[Any]],
    where: Column[Any],
    values: Iterable[Any],
) -> list[Any]:
    """The rows in which a column has one of many values; for no values, nothing is asked."""
    if postgres.is_server(connection):
        return server_rows.rows_among(connection, tuple(columns), where, list(values))
    statement = _rows_in(tuple(columns), where)
    return [
        row for chunk in chunks(values) for row in connection.execute(statement, {_WANTED: chunk})
    ]


@cache
def _rows_in(columns: tuple[Column[Any], ...], where: Column[Any]) -> Select[Any]:
    return select(*columns).where(where.in_(bindparam(_WANTED, expanding=True)))


@cache
def _change_of(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam(_ROW_ID))


def rows_about(
    connection: Connection,
    columns: Sequence[Column[Any]],
    wheres: Sequence[Column[Any]],
    values: Iterable[Any],
) -> list[Any]:
    """The same where any of these columns has one of the values, each row once."""
    wanted = set(values)
    found = [row for where in wheres for row in rows_in(connection, columns, where, wanted)]
    return list({tuple(row): row for row in found}.values())


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write new rows; a column that a row does not name is empty."""
    if not rows:
        return
    if postgres.is_server(connection):
        server_rows.insert_many(connection, table, rows)
    else:
        names = [column.name for column in table.columns]
        whole = [{name: row.get(name) for name in names} for row in rows]
        connection.execute(_new(table), whole)


@cache
def _new(table: Table) -> Insert:
    return insert(table)


def update_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the named columns of rows known by their `id`."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        values = {_ROW_ID: row["id"]} | {name: row[name] for name in row if name != "id"}
        alike[tuple(sorted(values))].append(values)
    for listed in alike.values():
        if postgres.is_server(connection):
            server_rows.update_many(connection, table, listed, key=_ROW_ID)
        else:
            connection.execute(_change_of(table), listed)
