"""The table of corrections: what was struck through or amended, from what to what, by whom and why.

`target` is the record corrected (a dose or a registration), at its position; values are CBOR. An
explanation belongs to all amendments of its record that have none yet.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire import cbor
from fieldapp.wire.facts import AmendmentExplained, ClientAmended, DoseAmended, DoseVoided, Value

TABLES = ("correction",)
STATEMENTS = (
    """CREATE TABLE correction (
        no INTEGER PRIMARY KEY,
        target INTEGER NOT NULL,
        field TEXT,
        old BLOB,
        new BLOB,
        reason TEXT,
        second_person TEXT,
        recorded_s INTEGER NOT NULL,
        recorded_by TEXT NOT NULL
    )""",
    "CREATE INDEX correction_target ON correction (target)",
)


def void(db: Database, entry: JournalEntry, fact: DoseVoided) -> None:
    """A record was struck through."""
    target = place_of(db, fact.dose, entry)
    _insert(db, entry, target, reason=fact.reason, second_person=fact.second_person)


def amend_dose(db: Database, entry: JournalEntry, fact: DoseAmended) -> None:
    """A field of a dose was corrected."""
    _insert(db, entry, place_of(db, fact.dose, entry), fact.field, fact.old, fact.new)


def amend_client(db: Database, entry: JournalEntry, fact: ClientAmended) -> None:
    """A field of a registration was corrected."""
    _insert(db, entry, place_of(db, fact.client, entry), fact.field, fact.old, fact.new)


def explain(db: Database, entry: JournalEntry, fact: AmendmentExplained) -> None:
    """Why the newest amendments of a record were made."""
    db.run(
        "UPDATE correction SET reason = ?, second_person = ? "
        "WHERE target = ? AND field IS NOT NULL AND reason IS NULL",
        fact.reason,
        fact.second_person,
        place_of(db, fact.record, entry),
    )


def _insert(
    db: Database,
    entry: JournalEntry,
    target: int,
    field: str | None = None,
    old: Value = None,
    new: Value = None,
    *,
    reason: str | None = None,
    second_person: str | None = None,
) -> None:
    db.run(
        "INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.pos,
        target,
        field,
        cbor.dumps(old),
        cbor.dumps(new),
        reason,
        second_person,
        entry.header.wall_s,
        entry.header.user,
    )


FOLDS: Folds = {
    DoseVoided: void,
    DoseAmended: amend_dose,
    ClientAmended: amend_client,
    AmendmentExplained: explain,
}
