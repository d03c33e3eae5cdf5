"""Writes the database file anew after an erasure: what was deleted stays in no unused place of it.

It is no part of the transaction that erases, and is owed until it is done: two counts tell.
"""

from __future__ import annotations

from contextlib import suppress

from fieldapp.journal import settings
from fieldapp.journal.database import Database
from fieldapp.journal.errors import JournalError

_ERASED, _WASHED = "erasure.erased", "erasure.washed"


def note_erased(db: Database, events: int) -> None:
    """So many more were erased; inside the caller's transaction."""
    settings.write(db, _ERASED, str(erased(db) + events).encode())


def erased(db: Database) -> int:
    """How many events were ever erased in this file."""
    return _number(db, _ERASED)


def is_due(db: Database) -> bool:
    """Whether something erased may still stand in unused places of the file."""
    return _number(db, _WASHED) < erased(db)


def wash_if_due(db: Database) -> None:
    """Do it, if it is owed. A disk without room for it leaves it for the next time."""
    if is_due(db):
        with suppress(JournalError):
            now = erased(db)
            db.rewrite()
            settings.write(db, _WASHED, str(now).encode())


def _number(db: Database, name: str) -> int:
    return int(settings.read(db, name) or b"0")
