"""The columns of the table of people: their order, how wide they are, and who fills them in."""

from __future__ import annotations

from dataclasses import dataclass

SHOWN = ("name", "kind", "document", "born", "phone", "history")
"""What is printed of somebody listed, in the order of its digest."""


@dataclass(frozen=True, slots=True)
class Column:
    """`typed`: in every row, in blank rows alone ("blank"), or never ("")."""

    key: str
    width: float
    typed: str = ""


COLUMNS = (
    Column("number", 4),
    Column("name", 14, "blank"),
    Column("kind", 9.5, "blank"),
    Column("document", 18, "blank"),
    Column("born", 10, "blank"),
    Column("age", 4.5),
    Column("phone", 9.5, "blank"),
    Column("history", 16),
    Column("dose", 5),
    Column("not_before", 10),
    Column("status", 9, "all"),
    Column("lot", 14, "all"),
    Column("day", 10, "all"),
    Column("site", 8.5, "all"),
    Column("vaccinator", 10, "all"),
    Column("reason", 12, "all"),
    Column("note", 11, "all"),
    Column("check", 11),
    Column("next", 10),
    Column("row", 9),
)
KEYS = tuple(column.key for column in COLUMNS)
HEADER_ROW = 3
"""Where the names of the columns stand, counted from 0; above it are title and warning."""


def index(key: str) -> int:
    """Where a column stands, counted from 0."""
    return KEYS.index(key)


def letter(key: str) -> str:
    """The same as a spreadsheet names it; there are fewer than 26."""
    return chr(ord("A") + index(key))
