"""The table of named users. `staff`: one row a login; the last word counts.

`on_team` is 0 for whoever may not unlock this laptop any more: what they recorded keeps their name.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.wire.facts import UserAdded, UserEnded

TABLES = ("staff",)
STATEMENTS = (
    "CREATE TABLE staff (login TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, "
    "on_team INTEGER NOT NULL)",
)


def add_user(db: Database, entry: JournalEntry, fact: UserAdded) -> None:
    """A user was named, renamed, or let in again."""
    db.run(
        "INSERT INTO staff (login, name, role, on_team) VALUES (?, ?, ?, 1) "
        "ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role, on_team = 1",
        fact.login,
        fact.name,
        fact.role,
    )


def end_user(db: Database, entry: JournalEntry, fact: UserEnded) -> None:
    """A user left the team."""
    db.run("UPDATE staff SET on_team = 0 WHERE login = ?", fact.login)


FOLDS: Folds = {
    UserAdded: add_user,
    UserEnded: end_user,
}
