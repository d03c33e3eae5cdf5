"""Proves the journal: pages, chain, receipts, anchor, and that the projections follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nacl.signing import VerifyKey

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal.anchor import read_anchor
from fieldapp.journal.database import Database
from fieldapp.journal.entries import (
    all_entries,
    epoch_of,
    epochs,
    first_break,
    last_head,
    position_of,
    resolve,
    seq_of,
)
from fieldapp.journal.hub_link import enrolment, hash_at
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.apply import replay
from fieldapp.journal.rebuild import table_digests
from fieldapp.wire.facts import EpochBegan, Erased
from fieldapp.wire.receipt import read_receipt


@dataclass(frozen=True, slots=True)
class Findings:
    """What was looked at, and everything wrong with it, in words."""

    entries: int
    epochs: int
    receipts: int
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing was wrong."""
        return not self.problems


class _Undo(Exception):
    """Ends a transaction whose changes must not stay."""


def verify(j: Journal) -> Findings:
    """Check everything. Changes nothing; recording waits meanwhile (some seconds)."""
    with j.db.held():
        problems = _pages(j.db) or list(_chain(j.db))
        if not problems:  # on damaged ground the rest need not be looked at
            problems = [
                *_epochs(j),
                *_erased(j.db),
                *_receipts(j),
                *_anchor(j),
                *_projections(j.db),
            ]
        known = epochs(j.db)
        return Findings(
            sum(last_head(j.db, no, epoch).seq for no, epoch in known),
            len(known),
            j.db.number("SELECT count(*) FROM receipt"),
            tuple(problems),
        )


def _pages(db: Database) -> list[str]:
    damaged = [str(row[0]) for row in db.rows("PRAGMA cipher_integrity_check")]
    if not damaged:
        damaged = [str(row[0]) for row in db.rows("PRAGMA integrity_check")]
    return [f"The database file is damaged: {what}." for what in damaged if what != "ok"]


def _chain(db: Database) -> Iterator[str]:
    broken = first_break(db)
    if broken is not None:
        yield f"Event {broken.seq} of epoch {broken.epoch.hex()} is not as written: {broken.why}."


def _epochs(j: Journal) -> Iterator[str]:
    """Every epoch after the first names the end of the one before."""
    began = [entry.fact for entry in all_entries(j.db) if isinstance(entry.fact, EpochBegan)]
    if len(began) != len(epochs(j.db)) - 1:
        yield "An epoch began without an event that says why."
    for fact in began:
        if hash_at(j, fact.previous_epoch, fact.previous_seq) != fact.previous_hash:
            yield f"The end of epoch {fact.previous_epoch.hex()} is not what its successor names."


def _erased(db: Database) -> Iterator[str]:
    """A body is missing only where an event says on which legal basis, and nowhere else."""
    said = {
        resolve(db, entry.fact.event, epoch_of(entry.pos))
        for entry in all_entries(db)
        if isinstance(entry.fact, Erased)
    }
    gone = {pos for (pos,) in db.rows("SELECT pos FROM entry WHERE body IS NULL")}
    for pos in sorted(gone - said):
        yield f"The body of event {seq_of(pos)} is missing, and no event says that it was erased."
    for pos in sorted(pos for pos in said - gone if pos is not None):
        yield f"Event {seq_of(pos)} was erased by law, and its body is here."


def _receipts(j: Journal) -> Iterator[str]:
    stored = [raw for (raw,) in j.db.rows("SELECT raw FROM receipt")]
    joined = enrolment(j)
    if joined is None:
        if stored:
            yield "There are receipts, but this laptop belongs to no hub."
        return
    for raw in stored:
        try:
            receipt = read_receipt(raw, VerifyKey(joined.hub_verify_key))
        except FieldAppError as refused:
            yield f"A stored receipt does not hold: {refused.happened}"
            continue
        if hash_at(j, receipt.epoch, receipt.head_seq) != receipt.head_hash:
            yield f"A receipt names event {receipt.head_seq}, which is not in this journal."
    yield from _standing(j.db)


def _standing(db: Database) -> Iterator[str]:
    """Nothing counts as confirmed without a receipt that is kept here."""
    stray = db.rows(
        "SELECT head_seq FROM standing WHERE NOT EXISTS (SELECT 1 FROM receipt WHERE "
        "receipt.epoch = standing.epoch AND receipt.head_seq = standing.head_seq)"
    )
    for (seq,) in stray:
        yield f"Event {seq} counts as confirmed, but there is no receipt for it."


def _anchor(j: Journal) -> Iterator[str]:
    anchor = read_anchor(j.home)
    if anchor is not None and anchor.seq and position_of(j.db, anchor.hash) is None:
        yield f"The mark outside the database names event {anchor.seq}, which is not in it."


def _projections(db: Database) -> list[str]:
    """Replay into the live tables, compare, and take the replay back."""
    live = table_digests(db)
    replayed: dict[str, str] = {}
    try:
        with db.transaction():
            replay(db)
            replayed = table_digests(db)
            raise _Undo
    except _Undo:
        pass
    return [
        f"The table {table} does not follow from the journal; rebuild it."
        for table, found in live.items()
        if replayed[table] != found
    ]
