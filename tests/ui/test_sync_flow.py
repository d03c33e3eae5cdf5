"""The sync room: by itself or by key, never in the way, and always with what came of it."""

from __future__ import annotations

import csv
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.overview import overview
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.sync.errors import HubSilent, NetworkWantsLogin
from fieldapp.sync.outcome import NEWS_LATER, SyncOutcome
from fieldapp.ui import sync_flow
from fieldapp.ui.background import Lane
from fieldapp.ui.sync_flow import SyncFlow
from fieldapp.ui.sync_screen import SyncScreen
from tests.journal.hub import enrol
from tests.journal.laptop import Laptop, give, register
from tests.sync.test_outcome import OUTCOME

Sync = Callable[[Practice, threading.Event], SyncOutcome]


class Room:
    """The room, its flow, and a link that does what the test says."""

    def __init__(self, laptop: Laptop, exports: Path) -> None:
        journal = laptop.open()
        rules = load_programme("cn-nhc-2021-03-29")
        self.practice = Practice(journal, load_catalogue(), rules, (), laptop.clock)
        self.screen, self.owner = SyncScreen(), QObject()
        self.lanes = Lane(), Lane()
        self.flow = SyncFlow(
            self.screen,
            self.practice,
            journal_lane=self.lanes[0],
            network_lane=self.lanes[1],
            exports=exports,
            chance=lambda: 0.5,
            parent=self.owner,
        )
        self.tries = 0

    def show(self) -> None:
        self.flow.show(overview(self.practice))


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    made = Room(laptop, tmp_path)
    qtbot.addWidget(made.screen)
    made.screen.show()
    yield made
    made.flow.stop()
    for lane in made.lanes:
        lane.wait()
    laptop.close()


@pytest.fixture
def link(room: Room, monkeypatch: pytest.MonkeyPatch) -> Callable[[Sync], None]:
    """Say what the next syncs do."""

    def plan(sync: Sync) -> None:
        def counted(practice: Practice, cancelled: threading.Event) -> SyncOutcome:
            room.tries += 1
            return sync(practice, cancelled)

        monkeypatch.setattr(sync_flow, "_sync", counted)

    return plan


def joined(room: Room) -> None:
    enrol(room.practice.journal)
    room.show()


def portal(practice: Practice, cancelled: threading.Event) -> SyncOutcome:
    raise NetworkWantsLogin()


def test_a_laptop_without_a_hub_says_so_and_tries_nothing(
    room: Room, link: Callable[[Sync], None]
) -> None:
    link(portal)
    room.show()
    room.flow.start()
    room.flow.plan()
    assert room.tries == 0
    assert room.flow.link_words == "Not joined to a hub"
    assert "not joined a hub yet" in room.screen.state.text()
    assert not room.screen.go.isEnabled()


def test_waiting_doses_are_counted_with_about_how_much_to_send(room: Room) -> None:
    journal = room.practice.journal
    give(journal, register(journal))
    joined(room)
    assert "Doses waiting: 1" in room.screen.load.text()
    assert room.screen.go.isEnabled()


def test_a_network_that_wants_a_login_is_said_in_words(
    room: Room, link: Callable[[Sync], None], qtbot: QtBot
) -> None:
    link(portal)
    joined(room)
    with qtbot.waitSignal(room.flow.ended):
        room.flow.start()
    assert (room.flow.link_up, room.flow.link_words) == (False, "Hub not reached")
    assert NetworkWantsLogin.happened.split(".")[0] in room.screen.state.text()
    assert room.screen.go.isEnabled(), "it can be tried again"


def test_a_cut_after_everything_was_confirmed_is_no_failure_on_the_screen(
    room: Room, link: Callable[[Sync], None], qtbot: QtBot
) -> None:
    link(lambda practice, cancelled: replace(OUTCOME, happened=NEWS_LATER, unfinished=HubSilent()))
    joined(room)
    with qtbot.waitSignal(room.flow.ended):
        room.flow.start()
    assert (room.flow.link_up, room.flow.link_words) == (True, "Hub reached")
    assert room.screen.state.text() == (
        "All 0 confirmed. The rest of the news (roster) did not arrive; it goes on next time."
        " The hub did not answer in time."
    )
    journal = room.practice.journal
    give(journal, register(journal))
    room.show()
    assert room.screen.state.text().startswith("The rest of the news"), "one more waits by now"


def test_one_sync_at_a_time(room: Room, link: Callable[[Sync], None], qtbot: QtBot) -> None:
    gate = threading.Event()

    def slow(practice: Practice, cancelled: threading.Event) -> SyncOutcome:
        gate.wait(30)
        raise NetworkWantsLogin()

    link(slow)
    joined(room)
    for _ in range(3):
        room.flow.start()
    assert room.flow.link_words == "Sending…"
    assert room.screen.go.text() == "Stop"
    with qtbot.waitSignal(room.flow.ended):
        gate.set()
    assert room.tries == 1


def test_cancel_reaches_the_running_sync(
    room: Room, link: Callable[[Sync], None], qtbot: QtBot
) -> None:
    def until_cancelled(practice: Practice, cancelled: threading.Event) -> SyncOutcome:
        assert cancelled.wait(30)
        raise NetworkWantsLogin()

    link(until_cancelled)
    joined(room)
    room.flow.start()
    with qtbot.waitSignal(room.flow.ended):
        room.screen.cancel_requested.emit()


def test_after_the_end_nothing_is_tried(room: Room, link: Callable[[Sync], None]) -> None:
    link(portal)
    joined(room)
    room.flow.stop()
    room.flow.plan()
    room.flow.start()
    for lane in room.lanes:
        lane.wait()
    assert room.tries == 0


def test_a_bug_while_syncing_is_reported_and_the_next_try_is_possible(
    room: Room, link: Callable[[Sync], None], qtbot: QtBot
) -> None:
    def buggy(practice: Practice, cancelled: threading.Event) -> SyncOutcome:
        raise ZeroDivisionError

    link(buggy)
    joined(room)
    with qtbot.waitSignal(room.flow.bug) as reported:
        room.flow.start()
    assert isinstance(reported.args[0], ZeroDivisionError)
    link(portal)
    with qtbot.waitSignal(room.flow.ended):
        room.flow.start()


def test_the_sync_log_is_exported_and_its_place_said(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    room.screen.export_requested.emit()
    qtbot.waitUntil(lambda: bool(room.screen.said.text()))
    (file,) = tmp_path.glob("sync-log-*.csv")
    assert str(file) in room.screen.said.text()
    with file.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.DictReader(stream))


def test_a_folder_that_cannot_be_written_to_is_said(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    room.flow._exports = tmp_path / "no" / "such" / "folder"  # the stick was pulled out
    room.screen.export_requested.emit()
    qtbot.waitUntil(lambda: bool(room.screen.said.text()))
    assert room.screen.said.property("tone") == "stop"


def test_a_return_to_the_past_stands_in_the_log_in_words(room: Room) -> None:
    room.practice.journal.begin_epoch("rollback-noticed")
    room.show()
    model = room.screen.model
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert cells[1] == "This laptop"
    assert "Nothing is numbered twice. Tell your supervisor." in str(cells[4])
