"""Which registrations are one person. `link` holds the decisions in force; `client.person` follows.

`told_apart` holds the pairs that somebody decided are two people.

A link is between two registrations; a person is everybody reachable through links. Taking a link
back only removes that link: what remains linked by other ways stays linked.
"""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.journal.projections.roster_links import leads_elsewhere
from fieldapp.wire.facts import ClientLinked, ClientUnlinked

TABLES = ("link", "told_apart")
STATEMENTS = (
    """CREATE TABLE link (
        one INTEGER NOT NULL,
        other INTEGER NOT NULL,
        evidence TEXT NOT NULL,
        PRIMARY KEY (one, other)
    ) WITHOUT ROWID""",
    "CREATE INDEX link_other ON link (other)",
    """CREATE TABLE told_apart (
        one INTEGER NOT NULL,
        other INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (one, other)
    ) WITHOUT ROWID""",
)


def link(db: Database, entry: JournalEntry, fact: ClientLinked) -> None:
    """Two registrations were found to be one person."""
    if leads_elsewhere(db, entry, fact):
        return
    one, other = _ends(db, entry, fact)
    if one != other:
        db.run("INSERT OR REPLACE INTO link VALUES (?, ?, ?)", one, other, fact.evidence)
        db.run("DELETE FROM told_apart WHERE one = ? AND other = ?", one, other)
        _settle(db, one)


def unlink(db: Database, entry: JournalEntry, fact: ClientUnlinked) -> None:
    """They are two people: the link is gone, and nobody is asked about them again."""
    if leads_elsewhere(db, entry, fact):
        return
    one, other = _ends(db, entry, fact)
    db.run("DELETE FROM link WHERE one = ? AND other = ?", one, other)
    db.run("INSERT OR REPLACE INTO told_apart VALUES (?, ?, ?)", one, other, fact.reason)
    _settle(db, one)
    _settle(db, other)


def _ends(db: Database, entry: JournalEntry, fact: ClientLinked | ClientUnlinked) -> list[int]:
    return sorted((place_of(db, fact.one, entry), place_of(db, fact.other, entry)))


def _settle(db: Database, start: int) -> None:
    reached = {start}
    waiting = [start]
    while waiting:
        near = db.rows(
            "SELECT other FROM link WHERE one = ?1 UNION SELECT one FROM link WHERE other = ?1",
            waiting.pop(),
        )
        fresh = {no for (no,) in near} - reached
        reached |= fresh
        waiting.extend(fresh)
    person = min(reached)
    for no in sorted(reached):
        db.run("UPDATE client SET person = ? WHERE no = ?", person, no)


FOLDS: Folds = {
    ClientLinked: link,
    ClientUnlinked: unlink,
}
