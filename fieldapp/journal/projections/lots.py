"""What was decided about lots. `lot_decision`: one row a decision; the newest of each kind holds.

`about` is `held` (a hold or its release) or `recalled` (a recall or its withdrawal).
"""

from __future__ import annotations

from fieldapp.domain.lot import LotState
from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.wire.facts import LotHeld, LotRecalled, LotReleased, RecallWithdrawn

TABLES = ("lot_decision",)
STATEMENTS = (
    """CREATE TABLE lot_decision (
        no INTEGER PRIMARY KEY,
        vaccine TEXT NOT NULL,
        lot TEXT NOT NULL,
        about TEXT NOT NULL,
        holds INTEGER NOT NULL,
        reason TEXT,
        note TEXT,
        at_s INTEGER NOT NULL,
        by_user TEXT NOT NULL,
        container TEXT,
        began_s INTEGER,
        minutes INTEGER
    )""",
    "CREATE INDEX lot_decision_lot ON lot_decision (vaccine, lot, about, no)",
)

_INSERT = """INSERT INTO lot_decision (
    no, vaccine, lot, about, holds, reason, note, at_s, by_user, container, began_s, minutes
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def hold(db: Database, entry: JournalEntry, fact: LotHeld) -> None:
    """Nobody may use the lot until it is released."""
    why = (fact.reason, fact.note)
    excursion = (fact.container, fact.began_s, fact.minutes)
    _decide(db, entry, (fact.vaccine, fact.lot), (LotState.HELD, True), why, excursion)


def release(db: Database, entry: JournalEntry, fact: LotReleased) -> None:
    """The lot may be used again."""
    why = (fact.reason, fact.note)
    _decide(db, entry, (fact.vaccine, fact.lot), (LotState.HELD, False), why)


def recall(db: Database, entry: JournalEntry, fact: LotRecalled) -> None:
    """Nobody may use the lot any more."""
    why = (None, fact.notice)
    _decide(db, entry, (fact.vaccine, fact.lot), (LotState.RECALLED, True), why)


def withdraw(db: Database, entry: JournalEntry, fact: RecallWithdrawn) -> None:
    """It was not recalled after all."""
    why = (fact.reason, None)
    _decide(db, entry, (fact.vaccine, fact.lot), (LotState.RECALLED, False), why)


def _decide(
    db: Database,
    entry: JournalEntry,
    lot: tuple[str, str],
    decision: tuple[LotState, bool],
    why: tuple[str | None, str | None],
    excursion: tuple[str | None, int | None, int | None] = (None, None, None),
) -> None:
    about, holds = decision
    moment = (entry.header.wall_s, entry.header.user)
    db.run(_INSERT, entry.pos, *lot, about.value, int(holds), *why, *moment, *excursion)


FOLDS: Folds = {
    LotHeld: hold,
    LotReleased: release,
    LotRecalled: recall,
    RecallWithdrawn: withdraw,
}
