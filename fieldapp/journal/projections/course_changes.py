"""The table of whose courses may stand otherwise. `course_change`: for each registration the
position of the last event that can move a due day. `journal.due` counts anew who is newer there.

Folds before `doses`: a dose that is moved still stands under the person it is taken from.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.journal.projections.roster_links import leads_elsewhere
from fieldapp.wire.facts import (
    ClientAmended,
    ClientLinked,
    ClientUnlinked,
    DoseAmended,
    DoseRecorded,
    DoseVoided,
    ReactionAmended,
    ReactionReported,
    ReactionWithdrawn,
    Ref,
)

TABLES = ("course_change",)
STATEMENTS = (
    "CREATE TABLE course_change (client INTEGER PRIMARY KEY, at INTEGER NOT NULL)",
    "CREATE INDEX course_change_at ON course_change (at)",
)


def _client(db: Database, entry: JournalEntry, fact: DoseRecorded | ClientAmended) -> None:
    _note(db, entry, fact.client)


def _both(db: Database, entry: JournalEntry, fact: ClientLinked | ClientUnlinked) -> None:
    _note(db, entry, fact.one)
    if not leads_elsewhere(db, entry, fact):
        _note(db, entry, fact.other)


def _whose_dose(
    db: Database, entry: JournalEntry, fact: DoseVoided | DoseAmended | ReactionReported
) -> None:
    _note_by(db, entry, "SELECT client FROM dose WHERE no = ?", fact.dose)
    new = fact.new if isinstance(fact, DoseAmended) and fact.field == "client" else None
    if isinstance(new, int | bytes):
        _note(db, entry, new)


def _whose_reaction(
    db: Database, entry: JournalEntry, fact: ReactionAmended | ReactionWithdrawn
) -> None:
    whose = "SELECT client FROM dose WHERE no = (SELECT dose FROM reaction WHERE no = ?)"
    _note_by(db, entry, whose, fact.reaction)


def _note(db: Database, entry: JournalEntry, client: Ref) -> None:
    _write(db, place_of(db, client, entry), entry.pos)


def _note_by(db: Database, entry: JournalEntry, whose: str, subject: Ref) -> None:
    found = db.row(whose, place_of(db, subject, entry))
    if found is not None:
        _write(db, found[0], entry.pos)


def _write(db: Database, client: int, at: int) -> None:
    db.run("INSERT OR REPLACE INTO course_change VALUES (?, ?)", client, at)


FOLDS: Folds = {
    DoseRecorded: _client,
    ClientAmended: _client,
    ClientLinked: _both,
    ClientUnlinked: _both,
    DoseVoided: _whose_dose,
    DoseAmended: _whose_dose,
    ReactionReported: _whose_dose,
    ReactionAmended: _whose_reaction,
    ReactionWithdrawn: _whose_reaction,
}
