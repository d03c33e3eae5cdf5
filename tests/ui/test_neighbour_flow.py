"""The neighbour road by hand: listen, see who is near, exchange, and read what both counted."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.journal import parcels
from fieldapp.journal.neighbours import note_met
from fieldapp.sync.neighbours.errors import CannotListen, NobodyNear
from fieldapp.ui.background import Lane
from fieldapp.ui.listening import Listening, Road
from fieldapp.ui.met_words import MetWords
from fieldapp.ui.neighbour_card import NeighbourCard
from fieldapp.ui.neighbour_flow import NeighbourFlow
from tests.journal.hub import enrol
from tests.journal.laptop import Laptop
from tests.journal.test_parcels import OWNER, parcel

WORDS = "Boat 2: 4 doses handed over. Both counted the same."


class Air:
    """A road in memory: who is near, what came of meetings, a door that opens and closes."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[str, ...]]] = []
        self.failure: Exception | None = None
        self.news = ""
        self.closed_door: Exception | None = None
        self.go_on = threading.Event()
        self.go_on.set()
        self.door: Listening | None = None

    def meet(self, practice: Practice, typed: str, near: Sequence[str]) -> list[MetWords]:
        self.go_on.wait(10)
        self.calls.append((typed, tuple(near)))
        if self.failure is not None:
            raise self.failure
        return [MetWords(WORDS, self.news)]

    def listen(self, practice: Practice, listening: Listening) -> None:
        if self.closed_door is not None:
            raise self.closed_door
        self.door = listening
        listening.tell_opened("mmm", "192.168.7.1:17370")
        while not listening.beat():
            threading.Event().wait(0.01)


class Room:
    """The card, its flow, and the air between laptops."""

    def __init__(self, laptop: Laptop) -> None:
        journal = laptop.open()
        enrol(journal)
        rules = load_programme("cn-nhc-2021-03-29")
        self.practice = Practice(journal, load_catalogue(), rules, (), laptop.clock)
        self.card, self.owner, self.air = NeighbourCard(), QObject(), Air()
        self.lanes = [Lane(), Lane(), Lane()]
        self.flow = NeighbourFlow(
            self.card,
            self.practice,
            journal_lane=self.lanes[0],
            network_lane=self.lanes[1],
            listening_lane=self.lanes[2],
            parent=self.owner,
            road=Road(self.air.meet, self.air.listen),
        )
        self.card.show()
        self.flow.show(joined=True)

    def listen(self, qtbot: QtBot, near: dict[str, str] | None = None) -> Listening:
        self.card.listen.click()
        qtbot.waitUntil(lambda: "192.168.7.1:17370" in self.card.state.text())
        door = self.air.door
        assert door is not None
        if near:
            door.tell_near(near)
            qtbot.waitUntil(lambda: "near" in self.card.state.text())
        return door

    def end(self) -> None:
        self.flow.stop()
        self.air.go_on.set()
        for lane in self.lanes:
            lane.wait()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    made = Room(laptop)
    qtbot.addWidget(made.card)
    yield made
    made.end()
    laptop.close()


def test_exchange_says_what_both_counted_and_counts_again(room: Room, qtbot: QtBot) -> None:
    room.card.address.setText("192.168.7.20")
    with qtbot.waitSignal(room.flow.ended):
        room.card.meet.click()
    assert room.air.calls == [("192.168.7.20", ())]
    assert room.card.said.text() == WORDS


def test_a_recall_that_was_learned_is_still_said_after_the_next_meeting(
    room: Room, qtbot: QtBot
) -> None:
    recalled = "Learned from the neighbour: lot A1 recalled."
    room.air.news = recalled
    with qtbot.waitSignal(room.flow.ended):
        room.card.meet.click()
    qtbot.waitUntil(room.card.meet.isEnabled)
    room.air.news = ""
    with qtbot.waitSignal(room.flow.ended):
        room.card.meet.click()
    assert room.card.said.text() == f"{recalled} {WORDS}"
    assert room.card.said.property("tone") == "wait"


def test_while_it_meets_the_key_waits_and_the_words_say_so(room: Room, qtbot: QtBot) -> None:
    room.air.go_on.clear()
    room.card.meet.click()
    assert not room.card.meet.isEnabled()
    assert "You can go on working" in room.card.state.text()
    room.air.go_on.set()
    qtbot.waitUntil(room.card.meet.isEnabled)


def test_what_went_wrong_is_said_with_what_to_do(room: Room, qtbot: QtBot) -> None:
    room.air.failure = NobodyNear()
    with qtbot.waitSignal(room.flow.ended):
        room.card.meet.click()
    assert "type the address that it shows" in room.card.said.text()


def test_the_door_is_open_only_from_one_press_to_the_next(room: Room, qtbot: QtBot) -> None:
    assert "Not listening" in room.card.state.text()
    assert room.air.door is None
    room.listen(qtbot, near={"zzz": "192.168.7.9:4000"})
    assert "Laptops of this hub near: 1" in room.card.state.text()
    room.card.listen.click()
    qtbot.waitUntil(lambda: "Not listening" in room.card.state.text())
    assert room.card.listen.text() == "Listen"


def test_a_door_that_cannot_be_opened_is_said(room: Room, qtbot: QtBot) -> None:
    room.air.closed_door = CannotListen(address="0.0.0.0:17370", why="no network")
    room.card.listen.click()
    qtbot.waitUntil(lambda: "no network" in room.card.said.text())
    assert "Not listening" in room.card.state.text()


def test_whoever_calls_us_is_told_on_the_card(room: Room, qtbot: QtBot) -> None:
    door = room.listen(qtbot)
    with qtbot.waitSignal(room.flow.ended):
        door.tell_met(MetWords("Boat 3: 1 dose taken."))
    assert room.card.said.text() == "Boat 3: 1 dose taken."


def test_near_laptops_are_met_by_themselves_by_the_one_whose_name_comes_first(
    room: Room, qtbot: QtBot
) -> None:
    room.listen(qtbot, near={"aaa": "192.168.7.8:4000", "zzz": "192.168.7.9:4000"})
    room.flow._often.timeout.emit()
    qtbot.waitUntil(lambda: len(room.air.calls) == 1)
    assert room.air.calls == [("", ("192.168.7.9:4000",))]


def test_soon_after_a_dose_all_near_ones_hear_of_it_and_a_failure_is_silent(
    room: Room, qtbot: QtBot
) -> None:
    room.flow.recorded()
    assert not room.flow._soon.isActive(), "nobody is near"
    room.listen(qtbot, near={"aaa": "192.168.7.8:4000"})
    room.air.failure = NobodyNear()
    room.flow.recorded()
    assert room.flow._soon.isActive()
    room.flow._soon.timeout.emit()
    qtbot.waitUntil(lambda: room.air.calls == [("", ("192.168.7.8:4000",))])
    room.lanes[1].wait()
    assert room.card.said.text() == ""


def test_what_is_held_for_others_is_shown(room: Room, qtbot: QtBot) -> None:
    journal = room.practice.journal
    note_met(journal, OWNER, "Boat 8", bytes(32), date(2021, 5, 8), ())
    parcels.take(journal, OWNER, parcel(1, 4))
    room.flow.look()
    qtbot.waitUntil(lambda: "Held here for Boat 8: 1 doses, sealed" in room.card.held.text())


def test_without_a_hub_there_is_nothing_to_press(room: Room) -> None:
    room.flow.show(joined=False)
    assert not room.card.meet.isEnabled() and not room.card.listen.isEnabled()


def test_after_the_end_the_door_closes_and_nothing_begins(room: Room, qtbot: QtBot) -> None:
    room.listen(qtbot)
    room.end()
    room.flow.listen()
    room.flow.meet("192.168.7.20")
    assert room.air.calls == []
