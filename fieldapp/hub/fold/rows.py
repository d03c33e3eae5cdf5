"""Many rows at once: what makes the difference between a page a second and ten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, select, update

CHUNK = 500
_ROW_ID = "row_id"


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
    """The rows in which a column has one of many values."""
    return [
        row
        for chunk in chunks(values)
        for row in connection.execute(select(*columns).where(where.in_(chunk)))
    ]


def update_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the named columns of rows known by their `id`."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        values = {_ROW_ID: row["id"]} | {name: row[name] for name in row if name != "id"}
        alike[tuple(sorted(values))].append(values)
    change = update(table).where(table.c.id == bindparam(_ROW_ID))
    for listed in alike.values():
        connection.execute(change, listed)
