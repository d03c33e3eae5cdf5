"""After an erasure the file is written anew, once; without room for it, at the next time."""

from __future__ import annotations

import pytest

from fieldapp.journal.database import Database
from fieldapp.journal.erasure.wash import erased, is_due, note_erased, wash_if_due
from fieldapp.journal.errors import DiskFull
from fieldapp.journal.journal import Journal


def test_it_is_due_from_an_erasure_until_it_is_done(journal: Journal) -> None:
    assert not is_due(journal.db)
    note_erased(journal.db, 3)
    note_erased(journal.db, 2)
    assert (erased(journal.db), is_due(journal.db)) == (5, True)
    wash_if_due(journal.db)
    assert (erased(journal.db), is_due(journal.db)) == (5, False)


def test_a_full_disk_leaves_it_for_the_next_time(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Database) -> None:
        raise DiskFull

    note_erased(journal.db, 1)
    with monkeypatch.context() as at:
        at.setattr(Database, "rewrite", full)
        wash_if_due(journal.db)
    assert is_due(journal.db)
    wash_if_due(journal.db)
    assert not is_due(journal.db)


def test_a_file_that_nothing_was_erased_from_is_left_alone(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Database, "rewrite", lambda _: pytest.fail("it was written anew"))
    wash_if_due(journal.db)
