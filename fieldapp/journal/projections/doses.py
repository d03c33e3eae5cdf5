"""The table of doses. `dose`: one row for each dose given or reasonably not given (`given` 0).

A voided dose keeps its row, with the reason; what an erased one keeps, `erased_doses` says. Times
are the site's own clock (`wire.dates`).
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.journal.projections.vials import draw
from fieldapp.wire.facts import (
    DoseAmended,
    DoseKnownFrom,
    DoseNotGiven,
    DoseRecorded,
    DoseVoided,
)

TABLES = ("dose",)
STATEMENTS = (
    """CREATE TABLE dose (
        no INTEGER PRIMARY KEY,
        event_id BLOB NOT NULL,
        client INTEGER NOT NULL,
        given INTEGER NOT NULL,
        vaccine TEXT NOT NULL,
        lot TEXT NOT NULL,
        expiry_day INTEGER,
        occurred_min INTEGER NOT NULL,
        utc_offset_min INTEGER NOT NULL,
        recorded_s INTEGER NOT NULL,
        recorded_by TEXT NOT NULL,
        source INTEGER NOT NULL,
        site TEXT,
        session TEXT,
        vial INTEGER,
        vaccinator TEXT,
        reason TEXT,
        override_reason TEXT,
        note TEXT,
        row BLOB,
        void_reason TEXT,
        evidence TEXT,
        place TEXT,
        erased_s INTEGER,
        legal_basis TEXT
    )""",
    "CREATE INDEX dose_client ON dose (client)",
    "CREATE INDEX dose_occurred ON dose (occurred_min)",
    "CREATE INDEX dose_given ON dose (given)",
    "CREATE INDEX dose_voided ON dose (given) WHERE void_reason IS NOT NULL",
    "CREATE INDEX dose_erased ON dose (occurred_min) WHERE erased_s IS NOT NULL",
    "CREATE INDEX dose_row ON dose (row) WHERE row IS NOT NULL",
)

_INSERT = """INSERT INTO dose (
    no, event_id, client, given, vaccine, lot, expiry_day, occurred_min, utc_offset_min,
    recorded_s, recorded_by, source, site, session, vial, vaccinator, reason, override_reason,
    note, row
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

_AMENDABLE = frozenset(
    {
        "vaccine",
        "lot",
        "expiry_day",
        "occurred_min",
        "utc_offset_min",
        "source",
        "site",
        "session",
        "vaccinator",
        "override_reason",
        "note",
    }
)


def record(db: Database, entry: JournalEntry, fact: DoseRecorded) -> None:
    """A dose was given; it leaves the vial it came from."""
    vial = None if fact.vial is None else place_of(db, fact.vial, entry)
    db.run(
        _INSERT,
        entry.pos,
        entry.id,
        place_of(db, fact.client, entry),
        1,
        fact.vaccine,
        fact.lot,
        fact.expiry_day,
        fact.occurred_min,
        fact.utc_offset_min,
        entry.header.wall_s,
        entry.header.user,
        int(fact.source),
        fact.site,
        fact.session,
        vial,
        fact.vaccinator,
        None,
        fact.override_reason,
        fact.note,
        fact.row,
    )
    draw(db, vial, 1)


def record_not_given(db: Database, entry: JournalEntry, fact: DoseNotGiven) -> None:
    """A dose was not given, for a reason."""
    db.run(
        _INSERT,
        entry.pos,
        entry.id,
        place_of(db, fact.client, entry),
        0,
        fact.vaccine or "",
        "",
        None,
        fact.occurred_min,
        fact.utc_offset_min,
        entry.header.wall_s,
        entry.header.user,
        int(fact.source),
        None,
        fact.session,
        None,
        fact.vaccinator,
        fact.reason,
        None,
        fact.note,
        fact.row,
    )


def void(db: Database, entry: JournalEntry, fact: DoseVoided) -> None:
    """A record was an error; the vial gets its dose back. Voiding twice changes only the reason."""
    no = place_of(db, fact.dose, entry)
    stored = db.row("SELECT vial, void_reason FROM dose WHERE no = ?", no)
    if stored is None:
        return
    vial, voided_before = stored
    db.run("UPDATE dose SET void_reason = ? WHERE no = ?", fact.reason, no)
    if voided_before is None:
        draw(db, vial, -1)


def amend(db: Database, entry: JournalEntry, fact: DoseAmended) -> None:
    """One field was corrected; `client` and `vial` hold references."""
    no = place_of(db, fact.dose, entry)
    if fact.field in _AMENDABLE:
        db.run(f"UPDATE dose SET {fact.field} = ? WHERE no = ?", fact.new, no)  # noqa: S608  a name of our own list
    elif fact.field == "client" and isinstance(fact.new, int | bytes):
        db.run("UPDATE dose SET client = ? WHERE no = ?", place_of(db, fact.new, entry), no)
    elif fact.field == "vial":
        _move_to_vial(db, entry, fact, no)


def _move_to_vial(db: Database, entry: JournalEntry, fact: DoseAmended, no: int) -> None:
    vial = place_of(db, fact.new, entry) if isinstance(fact.new, int | bytes) else None
    stored = db.row("SELECT vial, void_reason FROM dose WHERE no = ?", no)
    if stored is None:
        return
    db.run("UPDATE dose SET vial = ? WHERE no = ?", vial, no)
    if stored[1] is None:
        draw(db, stored[0], -1)
        draw(db, vial, 1)


def known_from(db: Database, entry: JournalEntry, fact: DoseKnownFrom) -> None:
    """How a dose that others gave is known."""
    no = place_of(db, fact.dose, entry)
    db.run("UPDATE dose SET evidence = ?, place = ? WHERE no = ?", fact.evidence, fact.place, no)


FOLDS: Folds = {
    DoseRecorded: record,
    DoseNotGiven: record_not_given,
    DoseVoided: void,
    DoseAmended: amend,
    DoseKnownFrom: known_from,
}
