"""The second copy as a nurse sees it: chosen once, kept after every dose, said when it is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.journal.backup import restore
from fieldapp.journal.journal import open_journal
from fieldapp.ui.background import Lane
from fieldapp.ui.copy_card import CopyCard
from fieldapp.ui.copy_flow import CopyFlow, CopyTruth
from fieldapp.ui.drives import Drive
from tests.journal.laptop import Laptop, give, register


class Room:
    """The card of the room, its flow, and an SD card that can be pulled out."""

    def __init__(self, laptop: Laptop, folder: Path) -> None:
        self.journal = laptop.open()
        rules = load_programme("cn-nhc-2021-03-29")
        practice = Practice(self.journal, load_catalogue(), rules, (), laptop.clock)
        self.card, self.owner, self.lane, self.sd = CopyCard(), QObject(), Lane(), folder
        self.now_s = 0.0
        self.drives = [Drive("SD CARD", folder)]
        self.flow = CopyFlow(
            self.card, practice, self.lane, self.owner,
            drives=lambda: self.drives, ask_folder=lambda _card: None, now_s=lambda: self.now_s,
        )  # fmt: skip
        self.card.show()

    def give(self) -> None:
        give(self.journal, register(self.journal))

    def catch_up(self, qtbot: QtBot) -> CopyTruth | None:
        with qtbot.waitSignal(self.flow.changed):
            self.flow.catch_up()
        return self.flow.truth

    def choose(self, qtbot: QtBot) -> None:
        with qtbot.waitSignal(self.flow.changed):
            self.card.choose.click()


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home")
    made.set_up()
    yield made
    made.close()


@pytest.fixture
def room(laptop: Laptop, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    folder = tmp_path / "SD CARD"
    folder.mkdir()
    made = Room(laptop, folder)
    qtbot.addWidget(made.card)
    yield made
    made.flow.stop()
    made.lane.wait()


def test_without_a_card_the_strip_says_nothing_of_one(room: Room, qtbot: QtBot) -> None:
    assert room.catch_up(qtbot) is None
    assert "keeps every dose if the laptop is lost" in room.card.how.text()


def test_a_chosen_card_holds_every_dose_and_brings_them_back(
    room: Room, laptop: Laptop, qtbot: QtBot, tmp_path: Path
) -> None:
    room.give()
    room.choose(qtbot)
    assert room.flow.truth == CopyTruth(1, "second copy")
    room.give()
    assert room.catch_up(qtbot) == CopyTruth(2, "second copy")
    assert "SD CARD" in room.card.where.text()
    restore(room.sd, tmp_path / "new")
    back = open_journal(tmp_path / "new", laptop.key(), laptop.clock)
    assert back.db.number("SELECT count(*) FROM dose") == 2
    back.close()


def test_a_pulled_card_is_said_with_its_age_until_it_is_back(room: Room, qtbot: QtBot) -> None:
    room.choose(qtbot)
    room.give()
    room.sd.rename(room.sd.with_name("pocket"))
    room.now_s = 12 * 60
    assert room.catch_up(qtbot) == CopyTruth(0, "copy: no card, 12 min", behind=True)
    assert "You can go on recording" in room.card.how.text()
    room.sd.with_name("pocket").rename(room.sd)
    assert room.catch_up(qtbot) == CopyTruth(1, "second copy")


def test_doses_recorded_while_it_writes_are_taken_right_after(room: Room, qtbot: QtBot) -> None:
    room.choose(qtbot)
    for _ in range(4):
        room.give()
        room.flow.catch_up()
    qtbot.waitUntil(lambda: room.flow.truth == CopyTruth(4, "second copy"))


def test_stopping_leaves_the_card_as_it_is_and_the_strip_silent(room: Room, qtbot: QtBot) -> None:
    room.choose(qtbot)
    with qtbot.waitSignal(room.flow.changed):
        room.card.stop.click()
    assert room.flow.truth is None
    assert len(list(room.sd.glob("*/*"))) == 2


def test_nobody_chose_a_folder_so_nothing_changes(room: Room, qtbot: QtBot) -> None:
    room.drives = []
    room.card.choose.click()
    room.lane.wait()
    assert room.catch_up(qtbot) is None
