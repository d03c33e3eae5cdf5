"""The tables of temperatures. `temperature`: one row a reading, the same reading never twice.

`temperature_count`: what a logger counted itself, the longest told for each of its days counts.
`logger` is the empty text for a reading that somebody typed.
"""

from __future__ import annotations

from fieldapp.domain.cold_chain import Side
from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.wire.facts import TemperaturesCounted, TemperaturesRead

TABLES = ("temperature", "temperature_count")
STATEMENTS = (
    """CREATE TABLE temperature (
        container TEXT NOT NULL,
        logger TEXT NOT NULL,
        at_s INTEGER NOT NULL,
        tenths INTEGER NOT NULL,
        PRIMARY KEY (container, logger, at_s, tenths)
    ) WITHOUT ROWID""",
    """CREATE TABLE temperature_count (
        container TEXT NOT NULL,
        logger TEXT NOT NULL,
        first_s INTEGER NOT NULL,
        last_s INTEGER NOT NULL,
        side TEXT NOT NULL,
        seconds INTEGER NOT NULL,
        PRIMARY KEY (container, logger, first_s, side)
    ) WITHOUT ROWID""",
)

_SIDES = frozenset(side.value for side in Side)


def read(db: Database, entry: JournalEntry, fact: TemperaturesRead) -> None:
    """Temperatures of one container; from what is no temperature on, the list is left out."""
    at_s = fact.first_s
    for tenths, step in zip(fact.tenths, [0, *fact.steps], strict=False):
        if type(tenths) is not int or type(step) is not int:
            return
        at_s += step
        db.run(
            "INSERT OR IGNORE INTO temperature (container, logger, at_s, tenths) "
            "VALUES (?, ?, ?, ?)",
            fact.container,
            fact.logger or "",
            at_s,
            tenths,
        )


def count(db: Database, entry: JournalEntry, fact: TemperaturesCounted) -> None:
    """A logger's own count of a day; told again later, it has grown."""
    if fact.side not in _SIDES:
        return
    db.run(
        "INSERT INTO temperature_count (container, logger, first_s, last_s, side, seconds) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "seconds = max(seconds, excluded.seconds), last_s = max(last_s, excluded.last_s)",
        fact.container,
        fact.logger,
        fact.first_s,
        fact.last_s,
        fact.side,
        fact.seconds,
    )


FOLDS: Folds = {
    TemperaturesRead: read,
    TemperaturesCounted: count,
}
