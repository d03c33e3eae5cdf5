"""A lead adds and changes people on the screen; a recorder changes their own PIN and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.journal.home import unlock, users_of
from fieldapp.ui.background import Lane
from fieldapp.ui.people.flow import PeopleFlow
from fieldapp.ui.people.people_page import PeoplePage
from fieldapp.wire.facts import UserAdded
from tests.journal.laptop import LEAD, NURSE, Laptop


@dataclass
class Desk:
    laptop: Laptop
    page: PeoplePage
    qtbot: QtBot
    flow: PeopleFlow

    def save(self, **values: str) -> None:
        self.page.form.fill(values)
        self.page.form.submit()

    def hears(self, words: str) -> None:
        said = self.page.form.message
        self.qtbot.waitUntil(lambda: words in said.text())

    def opens(self, login: str, pin: str) -> None:
        unlock(self.laptop.home, login, pin, self.laptop.secrets, self.laptop.clock)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home")
    made.set_up()
    yield made
    made.close()


def at_desk(qtbot: QtBot, laptop: Laptop, login: str) -> tuple[Desk, QObject]:
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    practice = Practice(laptop.open(), *rules, laptop.clock, secrets=laptop.secrets)
    page, owner = PeoplePage(), QObject()
    qtbot.addWidget(page)
    page.show()
    flow = PeopleFlow(page, practice, login, Lane(owner), owner)
    flow.entered()
    qtbot.waitUntil(lambda: "own" in page.form.fields)
    return Desk(laptop, page, qtbot, flow), owner


def test_a_lead_adds_somebody(qtbot: QtBot, laptop: Laptop) -> None:
    desk, _owner = at_desk(qtbot, laptop, LEAD.login)
    new = {"name": "赵敏 Zhao Min", "login": "zhao.min", "role": "recorder"}
    desk.save(**new, pin="zhao-pin", again="zhao-pin", own=LEAD.pin)
    desk.hears("Saved.")
    desk.opens("zhao.min", "zhao-pin")
    assert users_of(laptop.home)[-1].name == "赵敏 Zhao Min"
    assert not any(desk.page.form.values.values()), "no PIN stays in any field"


def test_who_is_chosen_is_filled_in_and_changed(qtbot: QtBot, laptop: Laptop) -> None:
    desk, _owner = at_desk(qtbot, laptop, LEAD.login)
    desk.page.form.fill({"who": NURSE.login})
    desk.page.form.edited.emit(desk.page.form.values)
    assert desk.page.form.values["name"] == NURSE.name
    desk.save(role="lead", own=LEAD.pin)
    desk.hears("Saved.")
    assert users_of(laptop.home)[0].role == "lead"
    desk.opens(NURSE.login, NURSE.pin)


def test_access_is_ended_and_given_again_where_roles_are(qtbot: QtBot, laptop: Laptop) -> None:
    desk, _owner = at_desk(qtbot, laptop, LEAD.login)
    desk.page.form.fill({"who": NURSE.login})
    desk.page.form.edited.emit(desk.page.form.values)
    desk.save(role="ended", own=LEAD.pin)
    desk.hears("Saved.")
    assert [user.login for user in users_of(laptop.home)] == [LEAD.login]
    desk.page.form.fill({"who": NURSE.login})
    desk.page.form.edited.emit(desk.page.form.values)
    assert desk.page.form.values["role"] == "ended"
    desk.save(own=LEAD.pin)
    desk.hears("has no access here")
    desk.save(role="recorder", pin="again-pin", again="again-pin", own=LEAD.pin)
    desk.hears("Saved.")
    desk.opens(NURSE.login, "again-pin")


def test_who_ends_their_own_access_is_shut_out_at_once(qtbot: QtBot, laptop: Laptop) -> None:
    desk, _owner = at_desk(qtbot, laptop, LEAD.login)
    (journal,) = laptop.opened
    journal.append([UserAdded(NURSE.login, NURSE.name, "lead")], user=LEAD.login)
    me = {"who": LEAD.login, "name": LEAD.name, "login": LEAD.login}
    with qtbot.waitSignal(desk.flow.shut_out):
        desk.save(**me, role="ended", own=LEAD.pin)


def test_a_recorder_changes_their_own_pin_alone(qtbot: QtBot, laptop: Laptop) -> None:
    desk, _owner = at_desk(qtbot, laptop, NURSE.login)
    assert set(desk.page.form.fields) == {"own", "pin", "again"}
    desk.save(own=NURSE.pin, pin="my new pin", again="my new pin")
    desk.hears("Saved.")
    desk.opens(NURSE.login, "my new pin")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"pin": "1234", "again": "1235", "own": "x"}, "not the same"),
        ({"pin": "1234", "again": "1234"}, "Your own PIN is missing"),
        ({"own": "x"}, "Name, login and role"),
        (
            {"who": NURSE.login, "name": "N", "login": "other", "role": "lead", "own": "x"},
            "A login stays as it is",
        ),
        (
            {"name": "N", "login": "n.n", "role": "lead", "pin": "1", "again": "1", "own": "x"},
            "That PIN is not right",
        ),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(
    qtbot: QtBot, laptop: Laptop, values: dict[str, str], words: str
) -> None:
    desk, _owner = at_desk(qtbot, laptop, LEAD.login)
    desk.save(**values)
    desk.hears(words)
    assert len(users_of(laptop.home)) == 2
