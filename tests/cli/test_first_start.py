"""A new laptop: made from the form, its set-up open until somebody ends it, never made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.actions.set_up import set_up_of
from fieldapp.cli.app import keeper_of
from fieldapp.cli.first_start import set_up_home
from fieldapp.journal.errors import PinTooShort, WrongPin
from fieldapp.journal.journal import JOURNAL_FILE
from fieldapp.ui.set_up.laptop_page import SetUpForm

FORM = SetUpForm(
    team="Boat Test",
    kind="boat",
    name="Nurse Test",
    login="nurse.test",
    pin="2468-test-pin",
    pin_again="2468-test-pin",
)


def test_a_laptop_that_was_made_unlocks_and_its_first_user_leads(tmp_path: Path) -> None:
    set_up_home(tmp_path / "home", FORM)
    keeper = keeper_of(tmp_path / "home")
    (person,) = keeper.people()
    assert (person.name, person.role) == ("Nurse Test", "lead")
    practice = keeper.unlock(FORM.login, FORM.pin)
    assert practice.journal.team.name == "Boat Test"
    now = set_up_of(practice.journal)
    assert now.begun and not now.ended
    keeper.close(practice)


def test_a_pin_that_is_too_short_makes_nothing_and_can_be_tried_again(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with pytest.raises(PinTooShort):
        set_up_home(home, replace(FORM, pin="1"))
    assert not home.exists()
    set_up_home(home, FORM)
    assert (home / JOURNAL_FILE).exists()


def test_a_home_that_is_there_is_never_made_again(tmp_path: Path) -> None:
    home = tmp_path / "home"
    set_up_home(home, FORM)
    before = keeper_of(home).people()
    with pytest.raises(WrongPin):
        set_up_home(home, replace(FORM, pin="another-pin"))
    assert keeper_of(home).people() == before
