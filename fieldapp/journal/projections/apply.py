"""Hands each event to the tables it concerns, live and when rebuilding: the same code for both."""

from __future__ import annotations

from collections.abc import Iterable

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry, all_entries
from fieldapp.journal.projections import (
    bookings,
    calls,
    clients,
    corrections,
    course_changes,
    doses,
    erased_doses,
    erased_fees,
    fees,
    links,
    lots,
    reactions,
    roster_links,
    sessions,
    staff,
    stock,
    temperatures,
    vials,
    watch,
)
from fieldapp.journal.projections.folding import Fold, Projection

PROJECTIONS: tuple[Projection, ...] = (
    staff,
    sessions,
    vials,
    clients,
    links,
    roster_links,
    course_changes,
    doses,
    erased_doses,
    corrections,
    calls,
    bookings,
    watch,
    reactions,
    fees,
    erased_fees,
    stock,
    lots,
    temperatures,
)
"""Every projection. Several may fold the same fact: in this order."""

TABLES = tuple(table for projection in PROJECTIONS for table in projection.TABLES)


def _folds() -> dict[type, tuple[Fold, ...]]:
    found: dict[type, tuple[Fold, ...]] = {}
    for projection in PROJECTIONS:
        for fact, fold in projection.FOLDS.items():
            found[fact] = (*found.get(fact, ()), fold)
    return found


_FOLDS = _folds()


def apply(db: Database, entry: JournalEntry) -> None:
    """Update the projections by one event, inside the caller's transaction.

    Events without a projection, of an unknown type or with an erased body change nothing.
    Raises DanglingReference.
    """
    for fold in _FOLDS.get(type(entry.fact), ()):
        fold(db, entry, entry.fact)


def replay(db: Database) -> int:
    """Empty the projections and fold every event again, in the caller's transaction; how many."""
    for table in TABLES:
        db.run(clients.EMPTY_SEARCH if table == clients.SEARCH else f"DELETE FROM {table}")  # noqa: S608  names of our own list
    return fold_all(db, all_entries(db))


def fold_all(db: Database, entries: Iterable[JournalEntry]) -> int:
    """Fold events in their order; return how many."""
    count = 0
    for entry in entries:
        apply(db, entry)
        count += 1
    return count
