"""The verb: whoever booked is here, before anything else is written down of them."""

from __future__ import annotations

from fieldapp.journal.attended import attended
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import BookingAttended


def note_attended(journal: Journal, session: int, code: bytes, *, came: bool, user: str) -> bool:
    """Write it down, or take it back; whether anything was written. The same again writes
    nothing."""
    with journal.transaction():
        if attended(journal, session).get(code, False) == came:
            return False
        journal.append([BookingAttended(session, code, came)], user=user)
    return True
