"""Tables of reports as JSON: one object a row, by the stable names of its columns, and the schema
that says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from fieldapp.hub.api.endpoints import Schema
from fieldapp.reports.table import Cell


def objects(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> list[dict[str, Cell]]:
    """A row as an object; every name is always there."""
    return [dict(zip(columns, row, strict=True)) for row in rows]


def row_schema(
    columns: Sequence[str], *, whole: Collection[str] = (), fractions: Collection[str] = ()
) -> Schema:
    """What a row holds: `whole` and `fractions` are numbers, everything else text."""

    def kind(name: str) -> str:
        return "integer" if name in whole else "number" if name in fractions else "string"

    return {
        "type": "object",
        "required": list(columns),
        "properties": {name: {"type": [kind(name), "null"]} for name in columns},
        "additionalProperties": False,
    }


def answer_schema(row: Schema, **beside: Schema) -> Schema:
    """`rows`, and what stands beside them."""
    properties: dict[str, Any] = {"rows": {"type": "array", "items": row}, **beside}
    return {"type": "object", "required": list(properties), "properties": properties}


NEXT: Schema = {
    "type": ["string", "null"],
    "description": "Where the next answer begins; null when this one came to the end.",
}
