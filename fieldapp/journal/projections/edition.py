"""Makes the projections anew when this program makes other ones than the file holds.

They follow from the events alone, so a new table or column needs no migration: at the first start
of another program they are dropped, made and folded again, all or nothing.
"""

from __future__ import annotations

import hashlib

from fieldapp import __version__
from fieldapp.journal import settings
from fieldapp.journal.database import Database
from fieldapp.journal.entries import all_entries, require_whole
from fieldapp.journal.migrations import TRUTH_TABLES
from fieldapp.journal.projections.apply import PROJECTIONS, fold_all
from fieldapp.wire.facts import CURRENT

_SETTING = "projections.edition"


def _edition() -> bytes:
    """A fingerprint of the tables, of the facts that are folded, and of the program that folds."""
    folded = [CURRENT[fact] for projection in PROJECTIONS for fact in projection.FOLDS]
    statements = [text for projection in PROJECTIONS for text in projection.STATEMENTS]
    return hashlib.sha256(repr((__version__, folded, statements)).encode()).digest()


EDITION = _edition()


def bring_up_to_date(db: Database) -> bool:
    """Make the projections of this program; whether there was anything to do.

    Raises JournalDamaged: from events that do not hold nothing is derived.
    """
    if settings.read(db, _SETTING) == EDITION:
        return False
    require_whole(db)
    with db.transaction():
        _drop_all(db)
        for projection in PROJECTIONS:
            for statement in projection.STATEMENTS:
                db.run(statement)
        fold_all(db, all_entries(db))
        settings.write(db, _SETTING, EDITION)
    return True


def _drop_all(db: Database) -> None:
    """Virtual tables first: they take their shadows along."""
    for virtual in ("CREATE VIRTUAL%", "%"):
        found = db.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "AND sql LIKE ? ORDER BY rowid DESC",
            virtual,
        )
        for (name,) in found:
            if name not in TRUTH_TABLES:
                db.run(f"DROP TABLE IF EXISTS {name}")
