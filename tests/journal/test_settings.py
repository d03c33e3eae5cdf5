from __future__ import annotations

import pytest

from fieldapp.journal import settings
from fieldapp.journal.errors import JournalDamaged
from fieldapp.journal.journal import Journal
from fieldapp.journal.settings import TeamProfile


def test_a_setting_is_kept_and_replaced(journal: Journal) -> None:
    assert settings.read(journal.db, "made.up") is None
    for value in (b"one", b"two"):
        settings.write(journal.db, "made.up", value)
        assert settings.read(journal.db, "made.up") == value


def test_a_team_can_have_another_name(journal: Journal) -> None:
    settings.save_team(journal.db, TeamProfile("测试船", "boat"))
    assert journal.team == TeamProfile("测试船", "boat")
    journal.db.run("DELETE FROM setting")
    with pytest.raises(JournalDamaged):
        settings.team(journal.db)
