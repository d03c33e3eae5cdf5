"""A practising laptop marks what it writes, and each kind takes its own files alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions.made_up import MadeUpFile, RealFile, marked, require_same_world
from fieldapp.domain.made_up import MADE_UP, MADE_UP_COLUMN, MADE_UP_WORDS
from fieldapp.journal.home import TeamProfile, create_home, unlock
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.reports.table import Table
from tests.journal.laptop import NURSE, WEAK, Laptop

TABLE = Table("doses", ("client_name", "lot"), [("测试", "T1")])


@pytest.fixture
def practising(laptop: Laptop, tmp_path: Path) -> Journal:
    home, team = tmp_path / "practice", TeamProfile("Boat", MADE_UP)
    create_home(home, team, [NURSE], laptop.secrets, laptop.clock, kdf=WEAK)
    key = unlock(home, NURSE.login, NURSE.pin, laptop.secrets, laptop.clock)
    journal = open_journal(home, key, laptop.clock)
    laptop.opened.append(journal)
    return journal


def test_every_row_of_a_practice_says_so_first(journal: Journal, practising: Journal) -> None:
    assert marked(journal, TABLE) == TABLE
    made = marked(practising, TABLE)
    assert made.columns[0] == MADE_UP_COLUMN
    assert list(made.rows) == [(MADE_UP_WORDS, "测试", "T1")]


def test_each_takes_its_own_files_alone(journal: Journal, practising: Journal) -> None:
    plain, practised = ("client_name",), (" Made_Up ", "client_name")
    require_same_world(journal, plain, "a.csv")
    require_same_world(practising, practised, "a.csv")
    with pytest.raises(MadeUpFile):
        require_same_world(journal, practised, "a.csv")
    with pytest.raises(RealFile):
        require_same_world(practising, plain, "a.csv")
