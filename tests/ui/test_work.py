"""The flows of the rooms hear of one another, and end together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.overview import overview
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.ui.background import Lane
from fieldapp.ui.keeper import Person
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.work import Lanes, Work
from tests.journal.laptop import NURSE, Laptop, give, register


@dataclass
class Bench:
    """A work on a real journal, and the lanes it runs on."""

    work: Work
    lanes: Lanes
    owner: QObject

    def settle(self) -> None:
        for lane in (self.lanes.network, self.lanes.copy, self.lanes.journal):
            lane.wait()


@pytest.fixture
def bench(tmp_path: Path, window: MainWindow) -> Iterator[Bench]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    practice = Practice(laptop.open(), *rules, laptop.clock)
    owner = QObject()
    lanes = Lanes(Lane(owner), Lane(owner), Lane(owner))
    person = Person(NURSE.login, NURSE.name, NURSE.role)
    work = Work(window, practice, person, lanes, exports=tmp_path, chance=lambda: 0.5, parent=owner)
    made = Bench(work, lanes, owner)
    yield made
    work.stop()
    made.settle()
    laptop.close()


def test_what_any_flow_records_is_told_to_all(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.work.changed):
        bench.work.desk.recorded.emit()
    with qtbot.waitSignal(bench.work.changed):
        bench.work.stick.ended.emit()
    with qtbot.waitSignal(bench.work.copied):
        bench.work.copy.changed.emit()


def test_a_bug_in_any_flow_is_heard(bench: Bench) -> None:
    heard: list[object] = []
    bench.work.bug.connect(heard.append)
    for flow in bench.work.flows:
        flow.bug.emit(KeyError("x"))
    assert len(heard) == len(bench.work.flows)


def test_what_was_counted_is_shown_in_the_sync_room(bench: Bench, window: MainWindow) -> None:
    journal = bench.work.practice.journal
    give(journal, register(journal))
    bench.work.show(overview(bench.work.practice))
    window.show_room("sync")
    bench.work.entered("sync")
    assert window.sync.recorded.text() == "1"


def test_after_the_end_no_flow_begins_anything(bench: Bench, qtbot: QtBot) -> None:
    gone = [flow.destroyed for flow in bench.work.flows]
    with qtbot.waitSignals(gone):
        bench.work.end()
