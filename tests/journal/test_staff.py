from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import all_staff
from fieldapp.wire.facts import UserAdded
from tests.journal.laptop import LEAD, NURSE


def test_the_last_word_on_a_user_counts(journal: Journal) -> None:
    journal.append([UserAdded(NURSE.login, "Nurse Renamed", "lead")], user=LEAD.login)
    assert all_staff(journal) == [
        StaffUser(LEAD.login, LEAD.name, LEAD.role),
        StaffUser(NURSE.login, "Nurse Renamed", "lead"),
    ]
