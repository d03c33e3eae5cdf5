"""The table of named users. `staff`: one row a login; the last word counts."""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.wire.facts import UserAdded

TABLES = ("staff",)
STATEMENTS = (
    "CREATE TABLE staff (login TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL)",
)


def add_user(db: Database, entry: JournalEntry, fact: UserAdded) -> None:
    """A user was named, or renamed."""
    db.run(
        "INSERT INTO staff (login, name, role) VALUES (?, ?, ?) "
        "ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role",
        fact.login,
        fact.name,
        fact.role,
    )


FOLDS: Folds = {
    UserAdded: add_user,
}
