"""Forgets people of the roster whom the hub erased, before a segment says that they are gone."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import people
from fieldapp.journal.roster.access import reading


def forget_people(j: Journal, refs: Sequence[bytes]) -> None:
    """Everybody to whom one of these registrations belongs. Without a lease nobody can be read,
    and the segments that come with the next one bring none of them back. Safe to repeat."""
    roster = reading(j)
    if roster is None:
        return
    with roster.writer.transaction():
        gone = people.forget_refs(roster.writer, refs)
    if gone:
        roster.shown.clear()
        roster.writer.run("INSERT INTO person_search (person_search) VALUES ('optimize')")
        roster.writer.rows("PRAGMA wal_checkpoint(TRUNCATE)")
