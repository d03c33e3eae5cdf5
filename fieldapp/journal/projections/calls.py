"""The tables of calls. `call`: one row a call, struck through by `withdrawn`. `contact`: how each
person wishes to be reached, by the newest word on it (`no`)."""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire.facts import CallMade, CallWithdrawn, ContactWished

TABLES = ("call", "contact")
STATEMENTS = (
    """CREATE TABLE call (
        no INTEGER PRIMARY KEY,
        event_id BLOB NOT NULL,
        client INTEGER NOT NULL,
        vaccine TEXT NOT NULL,
        dose INTEGER,
        outcome TEXT NOT NULL,
        day INTEGER,
        again_day INTEGER,
        reason TEXT,
        note TEXT,
        phone TEXT,
        told INTEGER,
        made_s INTEGER NOT NULL,
        made_by TEXT NOT NULL,
        withdrawn TEXT
    )""",
    "CREATE INDEX call_client ON call (client)",
    """CREATE TABLE contact (
        client INTEGER PRIMARY KEY,
        no INTEGER NOT NULL,
        calls INTEGER NOT NULL,
        messages INTEGER NOT NULL
    )""",
)


def make(db: Database, entry: JournalEntry, fact: CallMade) -> None:
    """Somebody was called, or was tried to be."""
    db.run(
        "INSERT INTO call VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        entry.pos,
        entry.id,
        place_of(db, fact.client, entry),
        fact.vaccine,
        fact.dose,
        fact.outcome,
        fact.day,
        fact.again_day,
        fact.reason,
        fact.note,
        fact.phone,
        None if fact.told is None else place_of(db, fact.told, entry),
        entry.header.wall_s,
        entry.header.user,
    )


def withdraw(db: Database, entry: JournalEntry, fact: CallWithdrawn) -> None:
    """What was noted was an error."""
    no = place_of(db, fact.call, entry)
    db.run("UPDATE call SET withdrawn = ? WHERE no = ?", fact.reason, no)


def wish(db: Database, entry: JournalEntry, fact: ContactWished) -> None:
    """How they wish to be reached from now on."""
    db.run(
        "INSERT OR REPLACE INTO contact VALUES (?, ?, ?, ?)",
        place_of(db, fact.client, entry),
        entry.pos,
        fact.calls,
        fact.messages,
    )


FOLDS: Folds = {
    CallMade: make,
    CallWithdrawn: withdraw,
    ContactWished: wish,
}
