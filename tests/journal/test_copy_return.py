from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.journal import copy_return
from fieldapp.journal.backup import restore
from fieldapp.journal.copy_return import RETURNING_FILE, base_in
from fieldapp.journal.database import Database
from fieldapp.journal.errors import BadBackup
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.second_copy import SecondCopy, choose
from fieldapp.journal.verify import verify
from tests.journal.laptop import Laptop, give, register


def test_a_folder_without_a_copy_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(BadBackup, match="no second copy"):
        base_in(tmp_path)


def test_of_several_copies_one_must_be_named(journal: Journal, tmp_path: Path) -> None:
    for _ in range(2):
        choose(journal, tmp_path)
        SecondCopy(journal).catch_up()
    with pytest.raises(BadBackup, match="fieldapp-copy-"):
        base_in(tmp_path)
    one = sorted(tmp_path.glob("fieldapp-copy-*"))[0]
    assert base_in(one).parent == one


def test_a_return_cut_off_by_a_dead_battery_goes_on_where_it_was(
    laptop: Laptop, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    medium, home = tmp_path / "card", tmp_path / "new"
    medium.mkdir()
    choose(journal, medium)
    copy = SecondCopy(journal)
    copy.catch_up()
    for _ in range(3):
        give(journal, register(journal))
        copy.catch_up()
    restore(medium, home)
    take, taken = copy_return._take, []

    def dies_at_the_third(db: Database, page: object) -> int:
        taken.append(page)
        if len(taken) == 3:
            raise KeyboardInterrupt
        return take(db, page)  # type: ignore[arg-type]  # what it was called with

    with monkeypatch.context() as patched:
        patched.setattr(copy_return, "_take", dies_at_the_third)
        with pytest.raises(KeyboardInterrupt):
            open_journal(home, laptop.key(), laptop.clock)
    assert (home / RETURNING_FILE).exists()
    back = open_journal(home, laptop.key(), laptop.clock)
    assert not (home / RETURNING_FILE).exists()
    assert back.db.number("SELECT count(*) FROM dose") == 3
    assert verify(back).problems == ()
    back.close()
