"""Reads what people decided about registrations: which are one person, and which are two."""

from __future__ import annotations

from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal


def evidence_of(j: Journal, one: bytes, other: bytes) -> str | None:
    """On what evidence these two are linked directly; None when they are not."""
    return _told(j, "SELECT evidence FROM link WHERE one = ? AND other = ?", one, other)


def told_apart(j: Journal, one: bytes, other: bytes) -> str | None:
    """Why somebody decided that these are two people; None when nobody did."""
    return _told(j, "SELECT reason FROM told_apart WHERE one = ? AND other = ?", one, other)


def refs_elsewhere(j: Journal, client_id: bytes) -> list[bytes]:
    """The registrations of other laptops to which this one was linked, as the roster names them."""
    query = "SELECT ref FROM roster_link WHERE client = ? ORDER BY ref"
    return [bytes(ref) for (ref,) in j.db.rows(query, position_of(j.db, client_id))]


def _told(j: Journal, query: str, one: bytes, other: bytes) -> str | None:
    ends = (position_of(j.db, one), position_of(j.db, other))
    found = j.db.row(query, *sorted(end or 0 for end in ends))
    return None if found is None else str(found[0])
