"""A new laptop: set up from the form, joined to a real hub, and never in place of another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.cli.app import keeper_of
from fieldapp.cli.demo.hub_process import running_hub
from fieldapp.cli.first_start import set_up_home
from fieldapp.journal import hub_link
from fieldapp.journal.errors import WrongPin
from fieldapp.journal.journal import JOURNAL_FILE
from fieldapp.sync.errors import HubUnreachable
from fieldapp.ui.set_up_screen import SetUpForm
from fieldapp.wire.enrol_code import EnrolCode, write_code
from tests.cli.conftest import Run

FORM = SetUpForm(
    team="Boat Test",
    kind="boat",
    name="Nurse Test",
    login="nurse.test",
    pin="2468-test-pin",
    pin_again="2468-test-pin",
)


def test_a_set_up_laptop_unlocks_and_its_first_user_leads(tmp_path: Path) -> None:
    set_up_home(tmp_path / "home", FORM)
    keeper = keeper_of(tmp_path / "home")
    (person,) = keeper.people()
    assert (person.name, person.role) == ("Nurse Test", "lead")
    practice = keeper.unlock(FORM.login, FORM.pin)
    assert practice.journal.team.name == "Boat Test"
    keeper.close(practice)


def test_it_joins_the_hub_with_the_code(tmp_path: Path, run: Run) -> None:
    with running_hub(tmp_path / "hub") as hub:
        made = run("hub", "add-team", "Boat Test", "--kind", "boat", "--region", "370826",
                   "--data", hub.data)  # fmt: skip
        set_up_home(tmp_path / "home", replace(FORM, hub_url=hub.url, code=made.out.strip()))
    practice = keeper_of(tmp_path / "home").unlock(FORM.login, FORM.pin)
    joined = hub_link.enrolment(practice.journal)
    assert joined is not None
    assert joined.hub_url.rstrip("/") == hub.url.rstrip("/")
    practice.journal.close()


def test_an_unreachable_hub_keeps_the_home_and_can_be_tried_again(tmp_path: Path) -> None:
    home = tmp_path / "home"
    code = write_code(EnrolCode(b"test", b"a secret of test"))
    unreachable = replace(FORM, hub_url="http://127.0.0.1:9", code=code)
    for _ in range(2):
        with pytest.raises(HubUnreachable):
            set_up_home(home, unreachable)
    practice = keeper_of(home).unlock(FORM.login, FORM.pin)
    practice.journal.close()


def test_a_home_that_is_there_is_never_made_again(tmp_path: Path) -> None:
    home = tmp_path / "home"
    set_up_home(home, FORM)
    before = (home / JOURNAL_FILE).read_bytes()
    set_up_home(home, replace(FORM, pin="another-pin"))
    assert (home / JOURNAL_FILE).read_bytes() == before
    with pytest.raises(WrongPin):
        keeper_of(home).unlock(FORM.login, "another-pin")
