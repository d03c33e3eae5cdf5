"""The verb: open a vaccination session (an operation), so that doses know where they were given."""

from __future__ import annotations

from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import sessions
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import SessionOpened


class SessionStillOpen(FieldAppError):
    """One team has one session at a time."""

    happened = "The session {label} is still open."
    safe = "Nothing was changed."
    next_step = "Close it first."


def open_session(
    journal: Journal, *, label: str, place: str, operation: int | None, programme: str, user: str
) -> bytes:
    """Record the session as open and return its event id. Raises SessionStillOpen."""
    with journal.transaction():
        current = sessions.current(journal)
        if current is not None:
            raise SessionStillOpen(label=current.label)
        fact = SessionOpened(label, place, operation, programme)
        (recorded,) = journal.append([fact], user=user)
    return recorded.event_id
