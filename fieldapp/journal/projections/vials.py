"""The table of vials. `vial`: `doses_left` falls with each dose drawn and not voided.

It may fall below zero: a sixth dose from a five-dose vial is a fact too.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire.facts import VialClosed, VialOpened

TABLES = ("vial",)
STATEMENTS = (
    """CREATE TABLE vial (
        no INTEGER PRIMARY KEY,
        vial_id BLOB NOT NULL,
        vaccine TEXT NOT NULL,
        lot TEXT NOT NULL,
        expiry_day INTEGER,
        doses INTEGER NOT NULL,
        doses_left INTEGER NOT NULL,
        opened_s INTEGER NOT NULL,
        code TEXT,
        thrown_away INTEGER,
        closed TEXT
    )""",
    "CREATE INDEX vial_in_use ON vial (no) WHERE closed IS NULL",
)


def open_vial(db: Database, entry: JournalEntry, fact: VialOpened) -> None:
    """A vial came into use."""
    db.run(
        "INSERT INTO vial "
        "(no, vial_id, vaccine, lot, expiry_day, doses, doses_left, opened_s, code) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.pos,
        entry.id,
        fact.vaccine,
        fact.lot,
        fact.expiry_day,
        fact.doses,
        fact.doses,
        entry.header.wall_s,
        fact.code,
    )


def close_vial(db: Database, entry: JournalEntry, fact: VialClosed) -> None:
    """A vial went out of use."""
    db.run(
        "UPDATE vial SET closed = ?, thrown_away = ? WHERE no = ?",
        fact.reason,
        fact.doses_left,
        place_of(db, fact.vial, entry),
    )


def draw(db: Database, vial: int | None, doses: int) -> None:
    """Take doses from a vial; a negative number gives back what was never drawn."""
    if vial is not None:
        db.run("UPDATE vial SET doses_left = doses_left - ? WHERE no = ?", doses, vial)


FOLDS: Folds = {
    VialOpened: open_vial,
    VialClosed: close_vial,
}
