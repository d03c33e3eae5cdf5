"""The table of temperatures. `temperature`: one row a reading, the same reading never twice.

`logger` is the empty text for a reading that somebody typed.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.wire.facts import TemperaturesRead

TABLES = ("temperature",)
STATEMENTS = (
    """CREATE TABLE temperature (
        container TEXT NOT NULL,
        at_s INTEGER NOT NULL,
        logger TEXT NOT NULL,
        tenths INTEGER NOT NULL,
        PRIMARY KEY (container, at_s, logger, tenths)
    ) WITHOUT ROWID""",
)


def read(db: Database, entry: JournalEntry, fact: TemperaturesRead) -> None:
    """Temperatures of one container; steps without a temperature, or the reverse, are left out."""
    at_s = fact.first_s
    for tenths, step in zip(fact.tenths, [0, *fact.steps], strict=False):
        if type(tenths) is not int or type(step) is not int:
            return
        at_s += step
        db.run(
            "INSERT OR IGNORE INTO temperature (container, at_s, logger, tenths) "
            "VALUES (?, ?, ?, ?)",
            fact.container,
            at_s,
            fact.logger or "",
            tenths,
        )


FOLDS: Folds = {TemperaturesRead: read}
