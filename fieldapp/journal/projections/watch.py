"""The tables of the watch after a dose. `watch`: one row for each dose given here and now.

`running` (one row) is the laptop's running time: it counts what certainly passed between the
events that tell it, whatever the wall clock said, and `boot` counts the machine's starts. A watch
keeps both as they stood at the dose. Whether it was voided or amended is the `dose` table's to say.
"""

from __future__ import annotations

from fieldapp.domain.immunization import DoseSource
from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire.events import FLAG_IMPORTED
from fieldapp.wire.facts import DoseRecorded, Opened, WatchEnded, WatchResumed

TABLES = ("watch", "running")
STATEMENTS = (
    """CREATE TABLE watch (
        no INTEGER PRIMARY KEY,
        ran_s INTEGER NOT NULL,
        boot INTEGER NOT NULL,
        answered_yes TEXT NOT NULL,
        outcome TEXT,
        reason TEXT,
        ended_s INTEGER,
        ended_by TEXT
    )""",
    "CREATE INDEX watch_going_on ON watch (ran_s) WHERE outcome IS NULL",
    """CREATE TABLE running (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        boot INTEGER NOT NULL,
        boot_id BLOB NOT NULL,
        ran_s INTEGER NOT NULL,
        uptime_s INTEGER NOT NULL
    )""",
)


def step_s(before_s: int, after_s: int) -> int:
    """What certainly passed from one uptime to a later event's; it falls only by a start."""
    return after_s - before_s if after_s >= before_s else after_s


def note_start(db: Database, entry: JournalEntry, fact: Opened) -> None:
    """The program started, perhaps after a start of the machine."""
    uptime_s = max(0, entry.header.uptime_s)
    stood = db.row("SELECT boot, boot_id, ran_s, uptime_s FROM running")
    if stood is None:
        db.run("INSERT INTO running VALUES (1, 1, ?, 0, ?)", fact.boot_id, uptime_s)
        return
    boot, boot_id, ran_s, before_s = stood
    started = boot_id != fact.boot_id or uptime_s < before_s
    db.run(
        "UPDATE running SET boot = ?, boot_id = ?, ran_s = ?, uptime_s = ?",
        boot + started,
        fact.boot_id,
        ran_s + step_s(before_s, uptime_s),
        uptime_s,
    )


def begin(db: Database, entry: JournalEntry, fact: DoseRecorded) -> None:
    """A dose given here and now begins a watch; a late entry, an import, a dose given elsewhere
    does not."""
    imported = entry.header.flags & FLAG_IMPORTED or fact.row is not None
    stood = db.row("SELECT boot, ran_s, uptime_s FROM running")
    if fact.source != DoseSource.GIVEN_HERE or imported or stood is None:
        return
    boot, ran_s, before_s = stood
    uptime_s = max(0, entry.header.uptime_s)
    ran_s += step_s(before_s, uptime_s)
    db.run("UPDATE running SET ran_s = ?, uptime_s = ?", ran_s, uptime_s)
    yes = " ".join(str(answer) for answer in fact.screening or [])
    db.run(
        "INSERT INTO watch (no, ran_s, boot, answered_yes) VALUES (?, ?, ?, ?)",
        entry.pos,
        ran_s,
        boot,
        yes,
    )


def end(db: Database, entry: JournalEntry, fact: WatchEnded) -> None:
    """A watch ended; should it be said twice, the last word counts."""
    db.run(
        "UPDATE watch SET outcome = ?, reason = ?, ended_s = ?, ended_by = ? WHERE no = ?",
        fact.outcome,
        fact.reason,
        entry.header.wall_s,
        entry.header.user,
        place_of(db, fact.dose, entry),
    )


def resume(db: Database, entry: JournalEntry, fact: WatchResumed) -> None:
    """It goes on as if it had never been ended."""
    db.run(
        "UPDATE watch SET outcome = NULL, reason = NULL, ended_s = NULL, ended_by = NULL "
        "WHERE no = ?",
        place_of(db, fact.dose, entry),
    )


FOLDS: Folds = {
    Opened: note_start,
    DoseRecorded: begin,
    WatchEnded: end,
    WatchResumed: resume,
}
