"""Rows written over those of the same key, in one statement that both kinds of database know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def put(
    connection: Connection,
    table: Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    over: tuple[str, ...],
    if_more: str | None = None,
) -> None:
    """Write rows; where a row of that primary key is there, its columns `over` are replaced, but
    only by a greater `if_more` if one is named. No key may come twice."""
    if rows:
        statement = _put(table, connection.dialect.name, over, if_more)
        connection.execute(statement, rows if len(rows) > 1 else rows[0])


@cache
def _put(
    table: Table, dialect: str, over: tuple[str, ...], if_more: str | None
) -> postgresql.Insert | sqlite.Insert:
    new = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    return new.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={name: new.excluded[name] for name in over},
        where=None if if_more is None else new.excluded[if_more] > table.c[if_more],
    )
