from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.staff import all_staff, on_team
from fieldapp.wire.facts import UserAdded, UserEnded
from tests.journal.laptop import LEAD, NURSE


def test_the_last_word_on_a_user_counts(journal: Journal) -> None:
    journal.append([UserAdded(NURSE.login, "Nurse Renamed", "lead")], user=LEAD.login)
    assert all_staff(journal) == [
        StaffUser(LEAD.login, LEAD.name, LEAD.role),
        StaffUser(NURSE.login, "Nurse Renamed", "lead"),
    ]


def test_who_left_keeps_their_name_and_may_come_back(journal: Journal) -> None:
    journal.append([UserEnded(NURSE.login)], user=LEAD.login)
    lead = StaffUser(LEAD.login, LEAD.name, LEAD.role)
    assert on_team(journal) == [lead]
    assert len(all_staff(journal)) == 2
    journal.append([UserAdded(NURSE.login, NURSE.name, NURSE.role)], user=LEAD.login)
    assert on_team(journal) == all_staff(journal)
