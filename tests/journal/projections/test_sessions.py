from __future__ import annotations

from fieldapp.journal import sessions
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import SessionClosed, SessionOpened
from tests.journal.laptop import NURSE


def test_a_session_opened_again_is_open_again(journal: Journal) -> None:
    opened = SessionOpened("boat-test-0508", "Pier Test", None, "who")
    for fact in (opened, SessionClosed("boat-test-0508"), opened):
        journal.append([fact], user=NURSE.login)
    current = sessions.current(journal)
    assert current is not None
    assert current.closed_at is None
    assert len(sessions.all_sessions(journal)) == 1


def test_closing_a_session_that_never_was_changes_nothing(journal: Journal) -> None:
    journal.append([SessionClosed("never")], user=NURSE.login)
    assert sessions.all_sessions(journal) == []
