from __future__ import annotations

from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.staff import TABLES
from fieldapp.journal.rebuild import digest
from fieldapp.wire.facts import UserAdded
from tests.journal.laptop import LEAD


def test_naming_a_user_changes_the_table_of_users_alone(journal: Journal) -> None:
    before = digest(journal)
    journal.append([UserAdded("extra.test", "Extra Test", "recorder")], user=LEAD.login)
    after = digest(journal)
    assert tuple(table for table in before if before[table] != after[table]) == TABLES
