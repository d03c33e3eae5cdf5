"""Own registrations of people whom the roster told of: linked to a registration of another laptop.

The link is the same event as any other; only its other end is not in this journal.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry, epoch_of, resolve
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire.facts import ClientLinked, ClientUnlinked

TABLES = ("roster_link",)
STATEMENTS = (
    """CREATE TABLE roster_link (
        client INTEGER NOT NULL,
        ref BLOB NOT NULL,
        PRIMARY KEY (client, ref)
    ) WITHOUT ROWID""",
    "CREATE INDEX roster_link_ref ON roster_link (ref)",
)


def leads_elsewhere(db: Database, entry: JournalEntry, fact: ClientLinked | ClientUnlinked) -> bool:
    """Whether the other end is a registration that this journal does not hold."""
    if not isinstance(fact.other, bytes):
        return False
    return resolve(db, fact.other, epoch_of(entry.pos)) is None


def link(db: Database, entry: JournalEntry, fact: ClientLinked) -> None:
    """An own registration is somebody whom another laptop registered."""
    if leads_elsewhere(db, entry, fact):
        no = place_of(db, fact.one, entry)
        db.run("INSERT OR IGNORE INTO roster_link VALUES (?, ?)", no, fact.other)


def unlink(db: Database, entry: JournalEntry, fact: ClientUnlinked) -> None:
    """It is not."""
    if leads_elsewhere(db, entry, fact):
        no = place_of(db, fact.one, entry)
        db.run("DELETE FROM roster_link WHERE client = ? AND ref = ?", no, fact.other)


FOLDS: Folds = {
    ClientLinked: link,
    ClientUnlinked: unlink,
}
