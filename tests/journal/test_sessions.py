from __future__ import annotations

from fieldapp.journal import sessions
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import SessionClosed, SessionOpened
from tests.journal.laptop import NURSE

MORNING = SessionOpened("boat-test-0508", "Pier Test", 3, "cn-nhc-2021-03-29", "110105")


def test_the_open_session_is_known_until_it_is_closed(journal: Journal) -> None:
    assert sessions.current(journal) is None
    journal.append([MORNING], user=NURSE.login)
    current = sessions.current(journal)
    assert current is not None
    assert (current.label, current.place, current.operation) == ("boat-test-0508", "Pier Test", 3)
    assert current.opened_at == journal.clock.now()
    journal.append([SessionClosed("boat-test-0508", "rain")], user=NURSE.login)
    assert sessions.current(journal) is None
    (closed,) = sessions.all_sessions(journal)
    assert (closed.closed_at, closed.note) == (journal.clock.now(), "rain")
