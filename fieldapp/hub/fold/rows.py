"""Many rows at once: what makes the difference between a page a second and ten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, Update, bindparam, select, update

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


def update_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the named columns of rows known by their `id`."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        values = {_ROW_ID: row["id"]} | {name: row[name] for name in row if name != "id"}
        alike[tuple(sorted(values))].append(values)
    change = _change_of(table)
    for listed in alike.values():
        connection.execute(change, listed)
