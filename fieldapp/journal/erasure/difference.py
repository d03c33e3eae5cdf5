"""What an erasure changes in the projections, worked out while others go on recording.

To fold a large journal anew takes seconds, and whoever holds the journal holds everybody up. So the
events are folded into tables in memory, on a connection that only reads the file; what differs from
the tables in use is little, and is done in a moment. It comes to the same as folding all anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from fieldapp.journal.database import Database, Row
from fieldapp.journal.entries import JournalEntry, all_entries
from fieldapp.journal.projections.apply import PROJECTIONS, TABLES, fold_all
from fieldapp.journal.projections.clients import SEARCH

_TABLES = tuple(table for table in TABLES if table != SEARCH)
_LAST = "SELECT max(pos) FROM entry"
_VIRTUAL, _TABLE = "CREATE VIRTUAL TABLE", "CREATE TABLE"


@dataclass(frozen=True, slots=True)
class Difference:
    """Of the tables that follow from the events up to `last`, when these events say nothing: rows
    that go and rows that come, by table. `terms`: whom the search finds otherwise, and by what;
    None where nobody is to be found any more."""

    last: int
    without: frozenset[int]
    less: Mapping[str, list[Row]]
    more: Mapping[str, list[Row]]
    terms: Mapping[int, str | None]

    def fits(self, db: Database, positions: Collection[int]) -> bool:
        """Whether it is about these events, and nothing was recorded since."""
        return self.without == frozenset(positions) and db.number(_LAST) == self.last


def work_out(db: Database, positions: Collection[int]) -> Difference:
    """What there would be without these events. Takes its time, and holds nobody up."""
    gone = frozenset(positions)
    with closing(db.beside()) as own:
        own.run("BEGIN")  # one moment of the file, however long this takes
        _make_tables(own)
        fold_all(own, _without(all_entries(own), gone))
        less = {table: _only_in("main", "temp", table, own) for table in _TABLES}
        more = {table: _only_in("temp", "main", table, own) for table in _TABLES}
        changed = {row[0] for rows in (less["client"], more["client"]) for row in rows}
        terms = {no: _terms(own, no) for no in sorted(changed)}
        return Difference(own.number(_LAST), gone, less, more, terms)


def _make_tables(own: Database) -> None:
    """Under their own names, which then mean these: the same code folds into them."""
    for projection in PROJECTIONS:
        for statement in projection.STATEMENTS:
            if not statement.startswith(_VIRTUAL):
                own.run(statement.replace(_TABLE, "CREATE TEMP TABLE", 1))
    own.run(f"CREATE TEMP TABLE {SEARCH} (terms TEXT)")


def _without(entries: Iterator[JournalEntry], gone: Collection[int]) -> Iterator[JournalEntry]:
    return (entry for entry in entries if entry.pos not in gone)


def _only_in(one: str, other: str, table: str, own: Database) -> list[Row]:
    return own.rows(f"SELECT * FROM {one}.{table} EXCEPT SELECT * FROM {other}.{table}")  # noqa: S608  names of our own lists


def _terms(own: Database, no: int) -> str | None:
    found = own.row(f"SELECT terms FROM temp.{SEARCH} WHERE rowid = ?", no)  # noqa: S608  our own name
    return None if found is None else str(found[0])


def carry_out(db: Database, found: Difference) -> None:
    """Make the tables what was worked out, inside the caller's transaction."""
    for table in _TABLES:
        for row in found.less[table]:
            same = " AND ".join(f"{name} IS ?" for name in _columns(db, table))
            db.run(f"DELETE FROM {table} WHERE {same}", *row)  # noqa: S608  names of our own list
        for row in found.more[table]:
            values = ", ".join("?" * len(row))
            db.run(f"INSERT INTO {table} VALUES ({values})", *row)  # noqa: S608  names of our own list
    for no, terms in found.terms.items():
        db.run(f"DELETE FROM {SEARCH} WHERE rowid = ?", no)  # noqa: S608  our own name
        if terms is not None:
            db.run(f"INSERT INTO {SEARCH} (rowid, terms) VALUES (?, ?)", no, terms)  # noqa: S608  our own name
    if found.terms:  # deleted row by row, terms stay in the index until its parts are joined
        db.run(f"INSERT INTO {SEARCH} ({SEARCH}) VALUES ('optimize')")  # noqa: S608  our own name


def _columns(db: Database, table: str) -> list[str]:
    return [str(row[1]) for row in db.rows(f"PRAGMA table_info({table})")]
