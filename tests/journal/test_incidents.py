from __future__ import annotations

import shutil
from pathlib import Path

from fieldapp.journal.backup import backup, restore
from fieldapp.journal.incidents import IN_WORDS, incidents
from fieldapp.journal.journal import open_journal
from tests.journal.laptop import Laptop, give, register


def test_an_undisturbed_laptop_has_none(laptop: Laptop) -> None:
    journal = laptop.open()
    give(journal, register(journal))
    assert incidents(journal) == []


def test_a_return_from_a_backup_is_told_with_its_time(laptop: Laptop, tmp_path: Path) -> None:
    journal = laptop.open()
    backup(journal, tmp_path / "b")
    held = journal.head().seq
    restore(tmp_path / "b", tmp_path / "new")
    laptop.clock.pass_s(3600)
    back = open_journal(tmp_path / "new", laptop.key(), laptop.clock)
    (told,) = incidents(back)
    assert (told.reason, told.before, told.at) == ("restored", held, laptop.clock.now())
    assert "Nothing is numbered twice" in told.happened
    back.close()


def test_an_older_file_put_back_unseen_is_told_and_the_newest_comes_first(
    laptop: Laptop, tmp_path: Path
) -> None:
    laptop.open()
    laptop.close()
    for _ in range(2):
        shutil.copy(laptop.home / "journal.db", tmp_path / "old.db")
        laptop.clock.pass_s(60)
        laptop.open()
        laptop.close()
        shutil.copy(tmp_path / "old.db", laptop.home / "journal.db")
        laptop.open()
        laptop.close()
    told = incidents(laptop.open())
    assert [one.reason for one in told] == ["rollback-noticed"] * 2
    assert told[0].at >= told[1].at
    assert set(IN_WORDS) == {"restored", "rollback-noticed", "receipt-ahead"}
