"""One team has one vaccination session at a time, and it is known after a restart."""

from __future__ import annotations

import pytest

from fieldapp.actions.open_session import SessionStillOpen, open_session
from fieldapp.journal import sessions
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import SessionClosed
from tests.journal.laptop import NURSE, Laptop


def begin(journal: Journal, label: str) -> bytes:
    return open_session(
        journal,
        label=label,
        place="Pier 3",
        operation=7,
        programme="cn-nhc-2021-03-29",
        user=NURSE.login,
    )


def test_an_opened_session_is_the_current_one_after_a_restart_too(laptop: Laptop) -> None:
    begin(laptop.open(), "boat-test-0801")
    laptop.close()
    current = sessions.current(laptop.open())
    assert current is not None
    assert (current.label, current.place) == ("boat-test-0801", "Pier 3")


def test_a_second_session_waits_until_the_first_is_closed(journal: Journal) -> None:
    begin(journal, "one")
    before = journal.head()
    with pytest.raises(SessionStillOpen, match="one"):
        begin(journal, "two")
    assert journal.head() == before
    journal.append([SessionClosed("one")], user=NURSE.login)
    begin(journal, "two")
    current = sessions.current(journal)
    assert current is not None
    assert current.label == "two"
