"""Whoever comes to the page sees how the laptop is, and can write the file for support."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.actions.doctor.records import ChainWhole
from fieldapp.actions.practice import Practice
from fieldapp.journal import ballast
from fieldapp.ui.appearance import Appearance
from fieldapp.ui.background import Lane
from fieldapp.ui.doctor import flow as flow_module
from fieldapp.ui.doctor.doctor_page import DoctorPage
from fieldapp.ui.doctor.flow import DoctorFlow
from tests.ui.hands import click, press


@dataclass
class Desk:
    page: DoctorPage
    flow: DoctorFlow
    lanes: tuple[Lane, Lane]

    def says(self, words: str) -> bool:
        return any(words in f"{item.happened} {item.next_step}" for item in self.page.items)


@pytest.fixture
def desk(qtbot: QtBot, practice: Practice, tmp_path: Path) -> Iterator[Desk]:
    page, owner = DoctorPage(), QObject()
    qtbot.addWidget(page)
    page.show()
    lanes = (Lane(owner), Lane(owner))
    flow = DoctorFlow(
        page, practice, journal_lane=lanes[0], chain_lane=lanes[1], exports=tmp_path, parent=owner
    )
    yield Desk(page, flow, lanes)
    flow.stop()
    for lane in lanes:
        lane.wait()


def test_coming_shows_everything_and_the_chain_at_last(qtbot: QtBot, desk: Desk) -> None:
    desk.flow.entered()
    qtbot.waitUntil(lambda: desk.says("No second copy is kept") and desk.says("events are exactly"))
    assert not desk.says("Checking every record")


def test_the_reserve_is_there_after_a_look(qtbot: QtBot, desk: Desk, practice: Practice) -> None:
    desk.flow.entered()
    qtbot.waitUntil(lambda: desk.says("stands by for a full disk"))
    assert ballast.stands(practice.journal.home)


def test_a_long_look_at_the_chain_says_how_far_it_is_and_ends_with_the_flow(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(_journal: object, seen: flow_module.Tell) -> ChainWhole:
        seen(40, 100)
        go_on.wait(30)
        seen(41, 100)
        return ChainWhole(events=100)

    monkeypatch.setattr(flow_module, "look_at_chain", slow)
    desk.flow.entered()
    qtbot.waitUntil(lambda: desk.says("Checking every record: 40 %"))
    desk.flow.stop()
    go_on.set()
    assert desk.lanes[1].wait(10_000)
    qtbot.wait(20)
    assert not desk.says("All 100 events")


def test_a_look_at_the_chain_changes_nothing_on_a_page_that_nobody_sees(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(_journal: object, seen: flow_module.Tell) -> ChainWhole:
        seen(40, 100)
        go_on.wait(30)
        seen(41, 100)
        return ChainWhole(events=100)

    monkeypatch.setattr(flow_module, "look_at_chain", slow)
    desk.flow.entered()
    qtbot.waitUntil(lambda: desk.says("Checking every record: 40 %"))
    desk.page.hide()
    told: list[int] = []
    desk.flow._seen.connect(lambda done, _of: told.append(done))
    monkeypatch.setattr(desk.flow, "_chain_over", lambda: None)
    go_on.set()
    qtbot.waitUntil(lambda: told == [41])
    assert desk.says("Checking every record: 40 %")


def test_the_support_file_is_written_and_named(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.flow.entered()
    qtbot.waitUntil(lambda: desk.says("events are exactly"))
    click(desk.page.support)
    qtbot.waitUntil(lambda: "It holds nothing about anybody" in desk.page.said.text())
    (file,) = tmp_path.glob("support-*.json")
    assert file.name in desk.page.said.text()
    assert "ChainWhole" in {one["code"] for one in json.loads(file.read_text())["findings"]}


def test_a_folder_that_cannot_be_written_is_said(
    qtbot: QtBot, practice: Practice, desk: Desk, tmp_path: Path
) -> None:
    desk.flow.entered()
    qtbot.waitUntil(lambda: desk.says("events are exactly"))
    desk.flow._exports = tmp_path / "gone"
    click(desk.page.support)
    qtbot.waitUntil(lambda: "missing" in desk.page.said.text())


def test_the_time_until_it_locks_goes_round_and_is_kept(
    qapp: QApplication, qtbot: QtBot, desk: Desk
) -> None:
    look = Appearance(qapp)
    desk.flow.join(look)
    assert desk.page.lock_time.text() == "Locks after 10 min"
    qtbot.waitUntil(desk.page.isActiveWindow)
    press(desk.page, Qt.Key.Key_F4)
    assert (look.liked.lock_after_min, "20 min" in desk.page.lock_time.text()) == (20, True)
    click(desk.page.lock_time)
    assert desk.page.lock_time.text() == "Never locks itself"


def test_a_look_at_the_chain_that_failed_is_made_anew_the_next_time(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []

    def failing(*_: object) -> None:
        looks.append(1)
        raise LookupError("a fault")

    monkeypatch.setattr(flow_module, "look_at_chain", failing)
    bugs: list[object] = []
    desk.flow.bug.connect(bugs.append)
    desk.flow.entered()
    qtbot.waitUntil(lambda: bool(bugs))
    monkeypatch.undo()
    desk.flow.look()
    qtbot.waitUntil(lambda: desk.says("events are exactly"))
    assert looks == [1]
