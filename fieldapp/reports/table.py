"""A report as rows and columns, before it becomes a file of some format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Cell: TypeAlias = "str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; every row has as many cells as there are columns."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def row_under(columns: Sequence[str], cells: Mapping[str, Cell]) -> tuple[Cell, ...]:
    """Cells by name, each under its column; a column of which nothing is said stays empty."""
    return tuple(cells.get(column) for column in columns)
