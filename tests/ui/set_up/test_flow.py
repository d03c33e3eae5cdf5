"""The set-up on a real journal: what is done is ticked, what is left is said, nothing is forced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.set_up import Mark, Step, begin, set_up_of
from fieldapp.journal.home import users_of
from fieldapp.ui.background import Lane
from fieldapp.ui.copy_card import CopyCardState
from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.set_up.flow import SetUpFlow
from fieldapp.ui.set_up.set_up_page import SetUpPage
from fieldapp.ui.set_up.shown_code import EXPECTED
from fieldapp.ui.set_up.steps import LOOK, READY
from tests.hub.fake_laptop import NOW_S
from tests.journal.hub import enrol
from tests.journal.laptop import LEAD, NURSE, Laptop
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Fleet
from tests.sync.seeding import URL, town_of
from tests.ui.hands import click, press, write

__all__ = ["boats"]


@dataclass
class Room:
    page: SetUpPage
    flow: SetUpFlow
    laptop: Laptop
    practice: Practice

    @property
    def marks(self) -> dict[Step, Mark]:
        return set_up_of(self.practice.journal).marks


@pytest.fixture
def laptop(tmp_path: object, request: pytest.FixtureRequest) -> Iterator[Laptop]:
    made = Laptop(request.getfixturevalue("tmp_path") / "home")
    made.set_up()
    yield made
    made.close()


@pytest.fixture
def room(laptop: Laptop, qtbot: QtBot) -> Iterator[Room]:
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    practice = Practice(laptop.open(), *rules, laptop.clock, secrets=laptop.secrets)
    begin(practice.journal)
    page, owner, lanes = SetUpPage(), QObject(), (Lane(), Lane())
    qtbot.addWidget(page)
    flow = SetUpFlow(
        page, practice, LEAD.login, journal_lane=lanes[0], network_lane=lanes[1], parent=owner
    )
    page.resize(1180, 620)
    page.show()
    flow.entered()
    qtbot.waitUntil(lambda: bool(page.steps.buttons))
    yield Room(page, flow, laptop, practice)
    flow.stop()
    for lane in lanes:
        lane.wait()


def test_it_opens_by_itself_for_a_lead_until_it_was_ended(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.flow.wanted):
        room.flow.look()
    with qtbot.waitSignal(room.flow.left):
        press(room.page, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(room.flow.wanted, wait=200):
        room.flow.look()


def test_nobody_else_is_bothered_with_it(room: Room, qtbot: QtBot) -> None:
    owner = QObject()
    lane = Lane()
    other = SetUpFlow(
        SetUpPage(), room.practice, NURSE.login, journal_lane=lane, network_lane=lane, parent=owner
    )
    with qtbot.assertNotEmitted(other.wanted, wait=200):
        other.look()
    other.stop()
    lane.wait()


def test_it_goes_on_with_the_first_step_that_nobody_has_settled(room: Room) -> None:
    assert room.page.at == "hub"
    assert room.page.steps.buttons["people"].accessibleName() == "People of the team, done"


def test_what_is_left_for_later_is_marked_and_said_at_the_end(room: Room, qtbot: QtBot) -> None:
    press(room.page, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: room.marks.get(Step.HUB) is Mark.LATER)
    qtbot.waitUntil(lambda: "later" in room.page.steps.buttons["hub"].accessibleName())
    assert room.page.at == "people"
    click(room.page.steps.buttons[READY])
    assert "Join the hub" in room.page.ready.left_words.text()


def test_a_step_that_is_done_is_never_marked_as_left(room: Room, qtbot: QtBot) -> None:
    click(room.page.steps.buttons["people"])
    press(room.page, Qt.Key.Key_F6)
    assert room.page.at == "second-copy"
    room.flow.refresh()
    qtbot.wait(50)
    assert room.marks[Step.PEOPLE] is Mark.FINISHED


def test_without_a_scanner_none_is_missed(room: Room, qtbot: QtBot) -> None:
    click(room.page.steps.buttons["scanner"])
    press(room.page, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: room.marks.get(Step.SCANNER) is Mark.NOT_NEEDED)
    assert room.page.at == READY


def test_a_good_scan_settles_the_scanner(room: Room, qtbot: QtBot) -> None:
    click(room.page.steps.buttons["scanner"])
    bad = Arrived("FIELDAPP-nothing-like-it", 24, True, 4, "tab", (), False)
    room.page.scanner.arrived.emit(bad)
    assert "Tab" in room.page.scanner.advice.text()
    assert Step.SCANNER not in room.marks
    good = Arrived(EXPECTED, len(EXPECTED), True, 4, "enter", ("ctrl",), False)
    room.page.scanner.arrived.emit(good)
    qtbot.waitUntil(lambda: room.marks.get(Step.SCANNER) is Mark.FINISHED)
    qtbot.waitUntil(room.page.scanner.go.isVisible)


def test_somebody_is_added_with_the_pin_that_is_known(room: Room, qtbot: QtBot) -> None:
    room.flow.know(LEAD.pin)
    room.flow.refresh()
    qtbot.waitUntil(lambda: room.page.people.own.isHidden())
    click(room.page.steps.buttons["people"])
    people = room.page.people
    for field, text in ((people.name, "Zhao Min"), (people.login, "zhao.min"),
                        (people.pin, "zhao-pin"), (people.again, "zhao-pin")):  # fmt: skip
        write(field.edit, text)
    with qtbot.waitSignal(room.flow.changed):
        press(room.page, Qt.Key.Key_F9)
    assert "zhao.min" in {user.login for user in users_of(room.laptop.home)}
    assert people.pin.edit.text() == "" and "Zhao Min" in people.message.text()


def test_a_wrong_own_pin_is_said_and_what_was_typed_stays(room: Room, qtbot: QtBot) -> None:
    click(room.page.steps.buttons["people"])
    people = room.page.people
    for field, text in ((people.name, "Zhao Min"), (people.login, "zhao.min"),
                        (people.pin, "zhao-pin"), (people.again, "zhao-pin"),
                        (people.own, "wrong")):  # fmt: skip
        write(field.edit, text)
    press(room.page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: people.go.isEnabled() and "PIN" in people.message.text())
    assert people.name.text == "Zhao Min"


def test_joining_without_an_address_says_what_is_missing(room: Room) -> None:
    write(room.page.hub.code.edit, "7C4M-9QRS")
    press(room.page, Qt.Key.Key_F9)
    assert "address" in room.page.hub.message.text()


def test_an_unreachable_hub_is_said_and_can_be_tried_again(room: Room, qtbot: QtBot) -> None:
    room.flow.know(LEAD.pin)
    hub = room.page.hub
    write(hub.code.edit, "7C4M-9QRS http://127.0.0.1:9")
    press(hub.code.edit, Qt.Key.Key_Return)
    assert (hub.code.text, hub.hub.text) == ("7C4M-9QRS", "http://127.0.0.1:9")
    press(room.page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: hub.go.isEnabled() and "code" in hub.message.text())


def test_a_hub_that_was_joined_elsewhere_is_seen(room: Room, qtbot: QtBot) -> None:
    enrol(room.practice.journal)
    room.flow.refresh()
    qtbot.waitUntil(lambda: room.page.hub.done)
    assert "as laptop" in room.page.hub.message.text()
    assert not room.page.hub.code.isVisible()


def test_the_second_copy_is_asked_for_and_shown(room: Room, qtbot: QtBot) -> None:
    click(room.page.steps.buttons["second-copy"])
    with qtbot.waitSignal(room.flow.copy_wanted):
        press(room.page, Qt.Key.Key_F9)
    room.flow.show_copy(CopyCardState("Kept in CARD", "3 doses", "ok", kept=True))
    assert room.page.copy.go.text() == "Next"


def test_practice_is_asked_for_from_the_first_and_the_last_step(room: Room, qtbot: QtBot) -> None:
    for name, page in ((LOOK, room.page.look), (READY, room.page.ready)):
        click(room.page.steps.buttons[name])
        with qtbot.waitSignal(room.flow.practice_wanted):
            click(page.practice)


def test_at_the_end_the_pin_is_forgotten_and_the_desk_is_asked_for(
    room: Room, qtbot: QtBot
) -> None:
    room.flow.know(LEAD.pin)
    click(room.page.steps.buttons[READY])
    with qtbot.waitSignal(room.flow.left):
        press(room.page, Qt.Key.Key_F9)
    assert room.flow.pin == "" and set_up_of(room.practice.journal).ended


def test_a_printer_that_works_is_noted_and_it_goes_on(room: Room, qtbot: QtBot) -> None:
    click(room.page.steps.buttons["printer"])
    room.page.printer.show_sent("LaserJet")
    press(room.page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: room.marks.get(Step.PRINTER) is Mark.FINISHED)
    assert room.page.at == "scanner"


def test_without_a_network_a_request_goes_out_and_the_pack_comes_back(
    room: Room, qtbot: QtBot, boats: Fleet
) -> None:
    town, hub = town_of(boats), room.page.hub
    room.laptop.clock.wall = datetime.fromtimestamp(NOW_S, UTC)
    hub.request_wanted.emit(town.stick)
    assert "address" in hub.message.text()
    write(hub.code.edit, town.code())
    write(hub.hub.edit, URL)
    hub.request_wanted.emit(town.stick)
    qtbot.waitUntil(lambda: "request is on the stick" in hub.message.text())
    hub.pack_chosen.emit(town.stick / "gone.vxk")
    qtbot.waitUntil(lambda: "damaged or cut short" in hub.message.text())
    assert hub.pack.isEnabled()
    hub.pack_chosen.emit(town.pack().file)
    qtbot.waitUntil(lambda: hub.done)
    assert "as laptop 2" in hub.message.text()
    assert room.marks[Step.HUB] is Mark.FINISHED
