"""A full disk finds a reserve: recording goes on, and nothing is lost on the way."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from fieldapp.journal import ballast
from fieldapp.journal.errors import DiskFull, ReserveFreed
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from tests.journal.laptop import register

PLENTY = 100 * ballast.SIZE


def free(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _home: SimpleNamespace(free=count))


def test_it_is_made_where_there_is_room_and_really_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free(monkeypatch, ballast.SIZE)
    assert not ballast.keep(tmp_path) and not ballast.stands(tmp_path)
    free(monkeypatch, PLENTY)
    assert ballast.keep(tmp_path) and ballast.keep(tmp_path)
    told = (tmp_path / ballast.BALLAST_FILE).stat()
    assert told.st_size == ballast.SIZE
    assert getattr(told, "st_blocks", ballast.SIZE // 512) * 512 >= ballast.SIZE


def test_one_that_could_not_be_finished_is_taken_away_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path) -> None:
        file.write_bytes(b"begun")
        raise OSError(28, "no space")

    free(monkeypatch, PLENTY)
    monkeypatch.setattr(ballast, "_fill", full)
    assert not ballast.keep(tmp_path)
    assert not (tmp_path / ballast.BALLAST_FILE).exists()


def test_before_the_last_bytes_are_gone_the_reserve_is_let_go_and_recording_goes_on(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    free(monkeypatch, PLENTY)
    ballast.keep(journal.home)
    register(journal)
    assert ballast.stands(journal.home)
    free(monkeypatch, 1_000_000)
    register(journal, "测试乙")
    assert not ballast.stands(journal.home)


def fill_up(journal: Journal) -> None:
    """The database may not grow any more, as on a full disk."""
    pages = journal.db.number("PRAGMA page_count")
    journal.db.rows(f"PRAGMA max_page_count = {pages}")


def test_a_disk_that_is_full_all_the_same_frees_the_reserve_and_says_record_again(
    journal: Journal,
) -> None:
    ballast.keep(journal.home)
    fill_up(journal)
    with pytest.raises(ReserveFreed, match="Record it again now") as full:
        for _ in range(2000):
            register(journal, "测试甲" * 50)
    assert isinstance(full.value, DiskFull)
    assert not ballast.stands(journal.home)
    with pytest.raises(DiskFull) as still:
        for _ in range(2000):
            register(journal, "测试甲" * 50)
    assert not isinstance(still.value, ReserveFreed), "there is no second reserve"
    journal.db.rows("PRAGMA max_page_count = 4294967294")
    register(journal, "测试乙")
    assert verify(journal).ok
