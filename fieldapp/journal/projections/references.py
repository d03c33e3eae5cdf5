"""Finds what a reference inside an event means in this journal."""

from __future__ import annotations

from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry, epoch_of, resolve
from fieldapp.wire.facts import Ref


class DanglingReference(ValueError):
    """A fact names an event that this journal does not hold: whoever made the fact has a bug."""


def place_of(db: Database, ref: Ref, entry: JournalEntry) -> int:
    """The position that a reference in `entry` means. Raises DanglingReference."""
    pos = resolve(db, ref, epoch_of(entry.pos))
    if pos is None:
        raise DanglingReference(f"{type(entry.fact).__name__} names an unknown event")
    return pos
