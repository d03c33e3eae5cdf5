"""The table of reactions (AEFI). `reaction`: one row a report, `body` as amended since.

A withdrawn report keeps its row, with the reason.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.events import decode_body, encode_body, type_and_version
from fieldapp.wire.facts import ReactionAmended, ReactionReported, ReactionWithdrawn
from fieldapp.wire.reaction_codec import amended, from_fact

TABLES = ("reaction",)
STATEMENTS = (
    """CREATE TABLE reaction (
        no INTEGER PRIMARY KEY,
        reaction_id BLOB NOT NULL,
        dose INTEGER NOT NULL,
        body BLOB NOT NULL,
        reported_s INTEGER NOT NULL,
        reported_by TEXT NOT NULL,
        follow_ups INTEGER NOT NULL,
        withdrawn TEXT
    )""",
    "CREATE INDEX reaction_dose ON reaction (dose)",
)


def report(db: Database, entry: JournalEntry, fact: ReactionReported) -> None:
    """A reaction was reported. One whose dates make no sense stays an event that people look at."""
    try:
        from_fact(fact)
    except Undecodable:
        return
    db.run(
        "INSERT INTO reaction (no, reaction_id, dose, body, reported_s, reported_by, follow_ups) "
        "VALUES (?, ?, ?, ?, ?, ?, 0)",
        entry.pos,
        entry.id,
        place_of(db, fact.dose, entry),
        encode_body(fact),
        entry.header.wall_s,
        entry.header.user,
    )


def amend(db: Database, entry: JournalEntry, fact: ReactionAmended) -> None:
    """Something became known later."""
    no = place_of(db, fact.reaction, entry)
    stored = db.row("SELECT body FROM reaction WHERE no = ?", no)
    if stored is not None:
        body = encode_body(amended(as_reported(stored[0]), fact.changes))
        db.run("UPDATE reaction SET body = ?, follow_ups = follow_ups + 1 WHERE no = ?", body, no)


def withdraw(db: Database, entry: JournalEntry, fact: ReactionWithdrawn) -> None:
    """The report was an error."""
    no = place_of(db, fact.reaction, entry)
    db.run("UPDATE reaction SET withdrawn = ? WHERE no = ?", fact.reason, no)


def as_reported(body: bytes) -> ReactionReported:
    """The fact that `reaction.body` holds."""
    fact = decode_body(*_REPORTED, body)
    assert isinstance(fact, ReactionReported)  # noqa: S101  only encode_body writes the column
    return fact


_REPORTED = type_and_version(ReactionReported(1, [], 0))

FOLDS: Folds = {
    ReactionReported: report,
    ReactionAmended: amend,
    ReactionWithdrawn: withdraw,
}
