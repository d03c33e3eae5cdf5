"""`fieldapp` alone: the door of a home is real, and a missing one is said before any window."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.cli.app import keeper_of
from fieldapp.journal import watched_note
from fieldapp.journal.errors import AlreadyOpen, WrongPin

from .conftest import PIN, USERS, Run


@pytest.mark.parametrize("made", [False, True], ids=["missing", "empty"])
def test_a_named_home_without_a_journal_is_said_and_never_made(
    made: bool, run: Run, tmp_path: Path, pin_file: Path
) -> None:
    home = tmp_path / "card"
    if made:
        home.mkdir()
    said = run("--home", home)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("fieldapp: ")
    assert not home.exists() or not list(home.iterdir())


def test_the_door_knows_who_may_enter(home: Path) -> None:
    people = keeper_of(home).people()
    assert [(p.login, p.name, p.role) for p in people] == [
        (user.login, user.name, user.role) for user in USERS
    ]


def test_unlocking_brings_the_journal_with_its_rules(home: Path) -> None:
    keeper = keeper_of(home)
    practice = keeper.unlock("nurse.test", PIN)
    assert practice.programme.id == "cn-nhc-2021-03-29"
    assert practice.questions
    with pytest.raises(AlreadyOpen):
        keeper.unlock("lead.test", PIN)
    keeper.close(practice)
    keeper.close(keeper.unlock("lead.test", PIN))


def test_a_wrong_pin_opens_nothing(home: Path) -> None:
    keeper = keeper_of(home)
    with pytest.raises(WrongPin):
        keeper.unlock("nurse.test", "1111-wrong")
    keeper.close(keeper.unlock("nurse.test", PIN))


def test_exports_go_beside_the_journal_unless_said_otherwise(home: Path, tmp_path: Path) -> None:
    assert keeper_of(home).exports == home
    assert keeper_of(home, tmp_path / "out", "PIN 1").exports == tmp_path / "out"
    assert keeper_of(home, note="PIN 1").note == "PIN 1"


def test_how_many_are_watched_is_known_before_anybody_unlocks(home: Path) -> None:
    keeper = keeper_of(home)
    assert keeper.watched() == 0
    watched_note.write(home, 3, keeper.clock.now())
    assert keeper.watched() == 3
