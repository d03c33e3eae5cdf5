"""The table of vaccination sessions. `session`: one row a label; `opened` is a position."""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.wire.facts import SessionClosed, SessionOpened

TABLES = ("session",)
STATEMENTS = (
    """CREATE TABLE session (
        label TEXT PRIMARY KEY,
        place TEXT NOT NULL,
        operation INTEGER,
        programme TEXT NOT NULL,
        key_area TEXT,
        opened INTEGER NOT NULL,
        opened_s INTEGER NOT NULL,
        closed_s INTEGER,
        note TEXT
    )""",
    "CREATE INDEX session_open ON session (opened) WHERE closed_s IS NULL",
)


def open_session(db: Database, entry: JournalEntry, fact: SessionOpened) -> None:
    """A session began; the same label again opens it anew."""
    db.run(
        "INSERT OR REPLACE INTO session "
        "(label, place, operation, programme, key_area, opened, opened_s) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        fact.label,
        fact.place,
        fact.operation,
        fact.programme,
        fact.key_area,
        entry.pos,
        entry.header.wall_s,
    )


def close_session(db: Database, entry: JournalEntry, fact: SessionClosed) -> None:
    """A session ended."""
    db.run(
        "UPDATE session SET closed_s = ?, note = ? WHERE label = ?",
        entry.header.wall_s,
        fact.note,
        fact.label,
    )


FOLDS: Folds = {
    SessionOpened: open_session,
    SessionClosed: close_session,
}
