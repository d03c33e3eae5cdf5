"""The table of vaccination sessions. `session`: one row a label; `opened` is a position.

`staff` and `lots` keep the lists of their facts as JSON; money is in the smallest unit.
"""

from __future__ import annotations

import json

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.wire.facts import (
    SessionClosed,
    SessionEquipped,
    SessionOpened,
    SessionReconciled,
    Value,
)

TABLES = ("session",)
STATEMENTS = (
    """CREATE TABLE session (
        label TEXT PRIMARY KEY,
        place TEXT NOT NULL,
        operation INTEGER,
        programme TEXT NOT NULL,
        key_area TEXT,
        opened INTEGER NOT NULL,
        opened_s INTEGER NOT NULL,
        opened_by TEXT NOT NULL,
        unit TEXT,
        staff TEXT,
        cash_float INTEGER,
        currency TEXT,
        latitude_e5 INTEGER,
        longitude_e5 INTEGER,
        lots TEXT,
        cash_expected INTEGER,
        cash_counted INTEGER,
        cash_reason TEXT,
        second_person TEXT,
        unsent INTEGER,
        closed_s INTEGER,
        closed_by TEXT,
        note TEXT
    )""",
    "CREATE INDEX session_open ON session (opened) WHERE closed_s IS NULL",
)


def open_session(db: Database, entry: JournalEntry, fact: SessionOpened) -> None:
    """A session began; the same label again opens it anew."""
    db.run(
        "INSERT OR REPLACE INTO session "
        "(label, place, operation, programme, key_area, opened, opened_s, opened_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        fact.label,
        fact.place,
        fact.operation,
        fact.programme,
        fact.key_area,
        entry.pos,
        entry.header.wall_s,
        entry.header.user,
    )


def equip_session(db: Database, entry: JournalEntry, fact: SessionEquipped) -> None:
    """With whom and with what it works."""
    db.run(
        "UPDATE session SET unit = ?, staff = ?, cash_float = ?, currency = ?, "
        "latitude_e5 = ?, longitude_e5 = ? WHERE label = ?",
        fact.unit,
        _written(fact.staff),
        fact.cash_float,
        fact.currency,
        fact.latitude_e5,
        fact.longitude_e5,
        fact.label,
    )


def reconcile_session(db: Database, entry: JournalEntry, fact: SessionReconciled) -> None:
    """What was counted at its end."""
    db.run(
        "UPDATE session SET lots = ?, cash_expected = ?, cash_counted = ?, cash_reason = ?, "
        "unsent = ?, second_person = ? WHERE label = ?",
        _written(fact.lots),
        fact.cash_expected,
        fact.cash_counted,
        fact.cash_reason,
        fact.unsent,
        fact.second_person,
        fact.label,
    )


def close_session(db: Database, entry: JournalEntry, fact: SessionClosed) -> None:
    """A session ended."""
    db.run(
        "UPDATE session SET closed_s = ?, closed_by = ?, note = ? WHERE label = ?",
        entry.header.wall_s,
        entry.header.user,
        fact.note,
        fact.label,
    )


def _written(values: list[Value]) -> str:
    """A list of a fact as JSON; bytes, which no list here means to hold, become their hex."""
    return json.dumps(values, ensure_ascii=False, default=lambda odd: odd.hex())


FOLDS: Folds = {
    SessionOpened: open_session,
    SessionEquipped: equip_session,
    SessionReconciled: reconcile_session,
    SessionClosed: close_session,
}
