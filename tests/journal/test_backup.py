from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.journal import doses
from fieldapp.journal.backup import BackupExists, CannotBackUp, backup, read_label, restore
from fieldapp.journal.entries import all_entries
from fieldapp.journal.errors import BadBackup, HomeNotEmpty
from fieldapp.journal.home import unlock, users_of
from fieldapp.journal.journal import open_journal
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import EpochBegan
from tests.journal.laptop import NURSE, PIN, Laptop, give, register


@pytest.fixture
def saved(laptop: Laptop, tmp_path: Path) -> tuple[Path, bytes, bytes]:
    """A backup, the client in it, and the head at that moment."""
    journal = laptop.open()
    client_id = register(journal)
    give(journal, client_id)
    file = tmp_path / "second-copy.fieldapp"
    backup(journal, file)
    return file, client_id, journal.head().hash


def test_a_backup_comes_back_whole_in_a_new_epoch(
    laptop: Laptop, saved: tuple[Path, bytes, bytes], tmp_path: Path
) -> None:
    file, client_id, head_hash = saved
    home = tmp_path / "returned"
    restore(file, home)
    assert users_of(home) == users_of(laptop.home)
    key = unlock(home, NURSE.login, PIN, laptop.secrets, laptop.clock)
    journal = open_journal(home, key, laptop.clock)
    assert len(doses.of_client(journal, client_id)) == 1
    (began,) = [e.fact for e in all_entries(journal.db) if isinstance(e.fact, EpochBegan)]
    assert (began.reason, began.previous_hash) == ("restored", head_hash)
    assert verify(journal).problems == ()
    journal.close()
    again = open_journal(home, key, laptop.clock)
    assert len([e for e in all_entries(again.db) if isinstance(e.fact, EpochBegan)]) == 1
    again.close()


def test_a_home_is_never_overwritten(laptop: Laptop, saved: tuple[Path, bytes, bytes]) -> None:
    with pytest.raises(HomeNotEmpty):
        restore(saved[0], laptop.home)
    assert verify(laptop.opened[0]).problems == ()


def test_a_file_is_never_overwritten(laptop: Laptop, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"dear")
    with pytest.raises(BackupExists):
        backup(laptop.open(), file)
    assert file.read_bytes() == b"dear"
    with pytest.raises(CannotBackUp):
        backup(laptop.opened[0], tmp_path / "no such folder" / "file")


def test_a_backup_cut_short_anywhere_is_refused(
    saved: tuple[Path, bytes, bytes], tmp_path: Path
) -> None:
    whole = saved[0].read_bytes()
    cut = tmp_path / "cut"
    for length in [0, 1, 57, 58, 100, *range(5000, len(whole), 7001), len(whole) - 1]:
        cut.write_bytes(whole[:length])
        with pytest.raises(BadBackup):
            restore(cut, tmp_path / "home-of-cut")
    assert not (tmp_path / "home-of-cut").exists()


def test_a_changed_byte_anywhere_is_refused(
    saved: tuple[Path, bytes, bytes], tmp_path: Path
) -> None:
    whole = saved[0].read_bytes()
    changed = tmp_path / "changed"
    for offset in [*range(0, len(whole), 4999), *range(len(whole) - 60, len(whole), 7)]:
        altered = bytearray(whole)
        altered[offset] ^= 1
        changed.write_bytes(altered)
        with pytest.raises(BadBackup):
            restore(changed, tmp_path / "home-of-changed")
    assert not (tmp_path / "home-of-changed").exists()


def test_other_files_are_said_to_be_no_backup(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8" * 5000)
    for file in (photo, tmp_path / "missing", tmp_path):
        with pytest.raises(BadBackup, match="not a whole backup"):
            read_label(file)
