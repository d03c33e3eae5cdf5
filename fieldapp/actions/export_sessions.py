"""The verb: write the sessions as a table for others to read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fieldapp.actions.consult import Practice
from fieldapp.actions.made_up import marked
from fieldapp.actions.session_standing import standing_of
from fieldapp.actions.session_summary import session_summary
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import sessions
from fieldapp.reports.files import write_table
from fieldapp.reports.session_summary import SessionSummary
from fieldapp.reports.sessions import session_table


class NoSessionYet(FieldAppError):
    """There is nothing to sum up."""

    happened = "No session was opened on this laptop yet."
    safe = "Nothing was written."
    next_step = "Open one first."


def export_sessions(practice: Practice, fmt: str, path: Path, since: date | None = None) -> int:
    """Write every session, the open one included; returns how many rows. Raises CannotWrite."""
    found = [
        session_summary(practice, standing_of(practice, session))
        for session in sessions.all_sessions(practice.journal)
        if since is None or session.opened_at.date() >= since
    ]
    table = marked(practice.journal, session_table(found))
    write_table(table, fmt, path)
    return len(table.rows)


def newest_summary(practice: Practice) -> SessionSummary:
    """The page of the open session, or of the last that was closed. Raises NoSessionYet."""
    known = sessions.all_sessions(practice.journal)
    if not known:
        raise NoSessionYet()
    return session_summary(practice, standing_of(practice, known[-1]))
