"""The USB road by hand: write what waits, bring the receipts back, and see the sum move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.journal import parcels
from fieldapp.journal.entries import Head
from fieldapp.journal.tally import tally
from fieldapp.ui.background import Lane
from fieldapp.ui.drives import Drive
from fieldapp.ui.stick_card import StickCard
from fieldapp.ui.stick_flow import StickFlow
from tests.journal.hub import enrol, receipt
from tests.journal.laptop import Laptop, give, register
from tests.journal.test_parcels import OWNER, parcel
from tests.sync.neighbours.conftest import boats
from tests.sync.neighbours.fleet import Fleet
from tests.sync.seeding import town_of
from tests.sync.test_stick import answer

__all__ = ["boats"]


class Room:
    """The card, its flow, and a stick that can be put in and pulled out."""

    def __init__(self, laptop: Laptop, folder: Path) -> None:
        journal = laptop.open()
        enrol(journal)
        person = register(journal)
        for _ in range(3):
            give(journal, person)
        rules = load_programme("cn-nhc-2021-03-29")
        self.practice = Practice(journal, load_catalogue(), rules, (), laptop.clock)
        self.card, self.owner, self.lane = StickCard(), QObject(), Lane()
        self.stick, self.chosen = folder, folder / "chosen"
        self.chosen.mkdir()
        self.drives: list[Drive] = []
        self.flow = StickFlow(
            self.card, self.practice, self.lane, self.owner,
            drives=lambda: self.drives, ask_folder=lambda _card: self.chosen,
        )  # fmt: skip
        self.card.show()

    def put_in(self, qtbot: QtBot) -> None:
        self.drives = [Drive("KINGSTON", self.stick)]
        self.flow.look()
        qtbot.waitUntil(lambda: "KINGSTON" in self.card.state.text())

    def press(self, qtbot: QtBot, button: str) -> str:
        """Press it, and what is said when it is over."""
        with qtbot.waitSignal(self.flow.ended):
            getattr(self.card, button).click()
        return self.card.said.text()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    folder = tmp_path / "stick"
    folder.mkdir()
    made = Room(laptop, folder)
    qtbot.addWidget(made.card)
    made.flow.show(3, joined=True)
    yield made
    made.flow.stop()
    made.lane.wait()
    laptop.close()


def test_a_laptop_without_a_hub_can_write_no_stick(room: Room) -> None:
    room.flow.show(3, joined=False)
    assert not room.card.write.isEnabled()
    assert room.card.read.isEnabled(), "the hub's pack may be on it"


def test_a_pack_that_cannot_be_used_says_why(room: Room, qtbot: QtBot) -> None:
    room.put_in(qtbot)
    (room.stick / "pack-2.vxk").write_bytes(b"VXPK\x01 torn")
    assert "damaged or cut short. Nothing was changed" in room.press(qtbot, "read")
    assert room.card.said.property("tone") == "stop"


def test_a_stick_that_is_in_is_named(room: Room, qtbot: QtBot) -> None:
    assert "No stick is in" in room.card.state.text()
    room.put_in(qtbot)
    assert "only the hub can read it" in room.card.state.text()
    assert room.card.load.text() == "Doses waiting: 3"


def test_what_waits_is_written_to_the_stick_and_said(room: Room, qtbot: QtBot) -> None:
    room.put_in(qtbot)
    said = room.press(qtbot, "write")
    (file,) = room.stick.glob("*.vxb")
    assert said.startswith("3 doses are on the stick")
    assert file.name in said


def test_without_a_stick_a_folder_is_asked_for(room: Room, qtbot: QtBot) -> None:
    room.press(qtbot, "write")
    assert list(room.chosen.glob("*.vxb"))


def test_receipts_on_the_stick_confirm_and_are_counted(room: Room, qtbot: QtBot) -> None:
    room.put_in(qtbot)
    journal = room.practice.journal
    answer(room.stick / "a.vxr", receipt(journal.head()))
    (room.stick / "torn.vxr").write_bytes(b"VX1S")
    assert room.press(qtbot, "read") == "Receipts read. Newly confirmed doses: 3."
    assert tally(journal, journal.clock.now()).waiting == 0


def test_a_stick_without_receipts_says_so(room: Room, qtbot: QtBot) -> None:
    room.put_in(qtbot)
    assert "nothing of our hub" in room.press(qtbot, "read")


def test_a_stick_pulled_out_is_said_and_nothing_counts_as_sent(room: Room, qtbot: QtBot) -> None:
    room.put_in(qtbot)
    room.drives = []
    room.stick.rename(room.stick.with_name("gone"))
    assert "could not be written to" in room.press(qtbot, "write")
    assert room.card.said.property("tone") == "stop"
    assert room.card.write.isEnabled(), "another stick can be tried"


def test_with_nothing_waiting_no_file_is_written(room: Room, qtbot: QtBot) -> None:
    room.put_in(qtbot)
    answer(room.stick / "a.vxr", receipt(room.practice.journal.head()))
    room.press(qtbot, "read")
    assert room.press(qtbot, "write") == "Nothing waits, so nothing was written."
    assert not list(room.stick.glob("*.vxb"))


def test_what_is_held_for_neighbours_goes_on_the_stick_too(room: Room, qtbot: QtBot) -> None:
    parcels.take(room.practice.journal, OWNER, parcel(1, 4))
    room.put_in(qtbot)
    assert room.press(qtbot, "write").endswith("With them go 1 doses held for neighbours.")
    assert len(list(room.stick.glob("held-8-*.vxb"))) == 1
    end = Head(b"epoch-08", 4, parcel(1, 4).place.last_hash)
    answer(room.stick / "held.vxr", receipt(end, device=OWNER))
    assert "Receipts for 1 doses of neighbours" in room.press(qtbot, "read")
    assert parcels.held(room.practice.journal) == []


def test_the_hubs_pack_on_a_stick_lets_a_new_laptop_join(
    qtbot: QtBot, boats: Fleet, room: Room
) -> None:
    town = town_of(boats)
    new = town.newcomer()
    town.ask(new, town.code())
    town.pack()
    room.flow.stop()
    practice = replace(room.practice, journal=new.journal, clock=new.clock)
    room.flow = StickFlow(room.card, practice, room.lane, room.owner, drives=lambda: room.drives)
    room.flow.show(0, joined=False)
    room.drives = [Drive("KINGSTON", town.stick)]
    room.flow.look()
    qtbot.waitUntil(lambda: "this laptop joins" in room.card.state.text())
    said = room.press(qtbot, "read")
    assert said.startswith("This laptop has joined the hub as number 2. Roster read.")
    new.laptop.close()
