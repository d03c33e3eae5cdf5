"""The table of who came: one row a booking, by the newest word on it (`no`)."""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.wire.facts import BookingAttended

TABLES = ("attended",)
STATEMENTS = (
    """CREATE TABLE attended (
        session INTEGER NOT NULL,
        code BLOB NOT NULL,
        came INTEGER NOT NULL,
        no INTEGER NOT NULL,
        PRIMARY KEY (session, code)
    ) WITHOUT ROWID""",
)


def attend(db: Database, entry: JournalEntry, fact: BookingAttended) -> None:
    """Somebody is here, or is not after all."""
    db.run(
        "INSERT OR REPLACE INTO attended VALUES (?, ?, ?, ?)",
        fact.session, fact.code, fact.came, entry.pos,
    )  # fmt: skip


FOLDS: Folds = {BookingAttended: attend}
