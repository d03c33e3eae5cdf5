"""What folds make of who came is what `journal.attended` reads: its tests look at both."""

from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import BookingAttended
from tests.journal.laptop import NURSE


def test_a_booking_has_one_row(journal: Journal) -> None:
    for came in (True, False):
        journal.append([BookingAttended(1, b"code1", came)], user=NURSE.login)
    assert journal.db.rows("SELECT session, code, came FROM attended") == [(1, b"code1", 0)]
