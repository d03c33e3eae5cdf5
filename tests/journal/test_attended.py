"""Of who came with a booking the newest word counts, and a rebuild says the same."""

from __future__ import annotations

from fieldapp.journal.attended import attended
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import BookingAttended
from tests.journal.laptop import NURSE


def test_the_newest_word_on_a_booking_counts(journal: Journal) -> None:
    for session, code, came in ((1, b"code1", True), (1, b"code2", True), (2, b"code1", True)):
        journal.append([BookingAttended(session, code, came)], user=NURSE.login)
    journal.append([BookingAttended(1, b"code2", False)], user=NURSE.login)
    assert attended(journal, 1) == {b"code1": True, b"code2": False}
    assert attended(journal, 3) == {}
