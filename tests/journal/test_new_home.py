from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.journal.errors import HomeNotEmpty
from fieldapp.journal.keyslots import KEYSLOTS_FILE
from fieldapp.journal.new_home import new_home


def test_a_home_appears_when_it_is_whole(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    with new_home(home) as building:
        (building / KEYSLOTS_FILE).write_bytes(b"k")
        (building / "a").write_bytes(b"a")
        assert not (home / KEYSLOTS_FILE).exists()
    assert {file.name for file in home.iterdir()} == {KEYSLOTS_FILE, "a"}


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for home in (tmp_path / "new", tmp_path / "empty"):
        with pytest.raises(RuntimeError), new_home(home) as building:
            (building / "a").write_bytes(b"a")
            raise RuntimeError("pulled out")
    assert not (tmp_path / "new").exists()
    assert list((tmp_path / "empty").iterdir()) == []


def test_an_attempt_cut_short_by_a_power_cut_can_be_made_again(tmp_path: Path) -> None:
    (tmp_path / "home" / ".unfinished").mkdir(parents=True)
    (tmp_path / "home" / ".unfinished" / "half").write_bytes(b"x")
    with new_home(tmp_path / "home") as building:
        assert list(building.iterdir()) == []
    assert list((tmp_path / "home").iterdir()) == []


def test_an_attempt_cut_short_while_its_files_moved_in_can_be_made_again(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / ".unfinished").mkdir(parents=True)
    (home / ".unfinished" / KEYSLOTS_FILE).write_bytes(b"k")
    (home / "journal.db").write_bytes(b"moved already")
    with new_home(home) as building:
        (building / "journal.db").write_bytes(b"again")
    assert (home / "journal.db").read_bytes() == b"again"


def test_a_journal_whose_key_slots_are_lost_is_never_taken_for_an_attempt(tmp_path: Path) -> None:
    (tmp_path / "journal.db").write_bytes(b"somebody's records")
    with pytest.raises(HomeNotEmpty), new_home(tmp_path):
        pass
    assert (tmp_path / "journal.db").read_bytes() == b"somebody's records"


def test_a_file_or_a_full_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    for taken in (tmp_path, tmp_path / "file"):
        with pytest.raises(HomeNotEmpty), new_home(taken):
            pass
