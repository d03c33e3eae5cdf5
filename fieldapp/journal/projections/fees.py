"""The tables of fees. `fee`: one row a payment, its refund beside it. `fee_waiver`: what was due
and not taken. Amounts are in the currency's smallest unit.

Money that came or went while no session was open belongs to the cash box of the next one: nobody is
kept from taking it, it is in somebody's pocket, and the next count finds it. Until then `session`
and `refund_session` are NULL.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire.facts import FeeRefunded, FeeTaken, FeeWaived, SessionOpened

TABLES = ("fee", "fee_waiver")
STATEMENTS = (
    """CREATE TABLE fee (
        no INTEGER PRIMARY KEY,
        event_id BLOB NOT NULL,
        dose INTEGER NOT NULL,
        series INTEGER NOT NULL,
        number INTEGER NOT NULL,
        amount INTEGER NOT NULL,
        currency TEXT NOT NULL,
        rule TEXT NOT NULL,
        payer TEXT,
        session TEXT,
        taken_s INTEGER NOT NULL,
        taken_by TEXT NOT NULL,
        refunded_s INTEGER,
        refunded_by TEXT,
        refund_reason TEXT,
        refund_session TEXT,
        refund INTEGER
    )""",
    "CREATE INDEX fee_refunded ON fee (refund) WHERE refund IS NOT NULL",
    "CREATE INDEX fee_dose ON fee (dose)",
    "CREATE INDEX fee_number ON fee (number)",
    "CREATE INDEX fee_session ON fee (session)",
    "CREATE INDEX fee_refund ON fee (refund_session) WHERE refunded_s IS NOT NULL",
    """CREATE TABLE fee_waiver (
        no INTEGER PRIMARY KEY,
        dose INTEGER NOT NULL,
        kind TEXT NOT NULL,
        amount INTEGER NOT NULL,
        currency TEXT NOT NULL,
        rule TEXT NOT NULL,
        reason TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        session TEXT
    )""",
    "CREATE INDEX fee_waiver_dose ON fee_waiver (dose)",
    "CREATE INDEX fee_waiver_session ON fee_waiver (session)",
)


def take(db: Database, entry: JournalEntry, fact: FeeTaken) -> None:
    """Somebody paid for a dose."""
    db.run(
        "INSERT INTO fee (no, event_id, dose, series, number, amount, currency, rule, payer, "
        "session, taken_s, taken_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.pos,
        entry.id,
        place_of(db, fact.dose, entry),
        fact.series,
        fact.number,
        fact.amount,
        fact.currency,
        fact.rule,
        fact.payer,
        fact.session,
        entry.header.wall_s,
        entry.header.user,
    )


def refund(db: Database, entry: JournalEntry, fact: FeeRefunded) -> None:
    """It was given back; only the first time moves money."""
    db.run(
        "UPDATE fee SET refunded_s = ?, refunded_by = ?, refund_reason = ?, refund_session = ?, "
        "refund = ? WHERE no = ? AND refunded_s IS NULL",
        entry.header.wall_s,
        entry.header.user,
        fact.reason,
        fact.session,
        entry.pos,
        place_of(db, fact.fee, entry),
    )


def waive(db: Database, entry: JournalEntry, fact: FeeWaived) -> None:
    """It was due and was not taken."""
    db.run(
        "INSERT INTO fee_waiver (no, dose, kind, amount, currency, rule, reason, decided_by, "
        "session) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.pos,
        place_of(db, fact.dose, entry),
        fact.kind,
        fact.amount,
        fact.currency,
        fact.rule,
        fact.reason,
        fact.decided_by,
        fact.session,
    )


def open_box(db: Database, entry: JournalEntry, fact: SessionOpened) -> None:
    """Whatever waits for a cash box goes into this one."""
    for statement in (
        "UPDATE fee SET session = ? WHERE session IS NULL",
        "UPDATE fee SET refund_session = ? WHERE refund_session IS NULL AND refunded_s IS NOT NULL",
        "UPDATE fee_waiver SET session = ? WHERE session IS NULL",
    ):
        db.run(statement, fact.label)


FOLDS: Folds = {
    SessionOpened: open_box,
    FeeTaken: take,
    FeeRefunded: refund,
    FeeWaived: waive,
}
