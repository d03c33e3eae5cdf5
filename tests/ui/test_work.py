"""The flows of the rooms hear of one another, and end together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.end_watch import WELL, end_watch
from fieldapp.actions.overview import overview
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.void_dose import void_dose
from fieldapp.actions.watch_board import watch_board
from fieldapp.ui.background import Lane
from fieldapp.ui.desk.resume_flow import LeftOpen
from fieldapp.ui.keeper import Person
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.work import Lanes, Work
from tests.journal.laptop import NURSE, FakeClock, Laptop, give, register
from tests.ui.hands import CONTROL, click, press
from tests.ui.print.papers import SLIP


@dataclass
class Bench:
    """A work on a real journal, and the lanes it runs on."""

    work: Work
    lanes: Lanes
    owner: QObject
    clock: FakeClock

    def settle(self) -> None:
        lanes = self.lanes
        for lane in (lanes.neighbours, lanes.network, lanes.copy, lanes.aside, lanes.journal):
            lane.wait()


@pytest.fixture
def bench(tmp_path: Path, window: MainWindow) -> Iterator[Bench]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
    practice = Practice(laptop.open(), *rules, laptop.clock)
    owner = QObject()
    lanes = Lanes(*(Lane(owner) for _ in range(6)))
    person = Person(NURSE.login, NURSE.name, NURSE.role)
    work = Work(window, practice, person, lanes, exports=tmp_path, chance=lambda: 0.5, parent=owner)
    made = Bench(work, lanes, owner, laptop.clock)
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
    with qtbot.waitSignal(bench.work.shut_out):
        bench.work.people.shut_out.emit()


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


def test_the_rail_counts_who_is_watched_and_says_when_somebody_may_leave(
    bench: Bench, window: MainWindow, qtbot: QtBot
) -> None:
    journal, clock = bench.work.practice.journal, bench.clock
    give(journal, register(journal))
    give(journal, register(journal))
    bench.work.changed.emit()
    badge, button = window.rail.badges["watch"], window.rail.rooms["watch"]
    qtbot.waitUntil(lambda: badge.text() == "2")
    assert button.accessibleName() == "Watch: 2 people are being watched"
    clock.pass_s(31 * 60)
    bench.work.entered("watch")
    qtbot.waitUntil(lambda: badge.text() == "✓2")
    assert button.accessibleName() == "Watch: 2 people are being watched, 2 may leave"


def test_a_release_reaches_the_desk(bench: Bench, window: MainWindow, qtbot: QtBot) -> None:
    journal = bench.work.practice.journal
    give(journal, register(journal))
    bench.work.changed.emit()
    bench.work.desk.refresh_today()
    today = window.desk.today
    qtbot.waitUntil(lambda: bool(today.state.items))
    assert today.state.items[0].detail == "BIBP · dose 1 · watch to 09:30"
    (person,) = watch_board(bench.work.practice).people
    end_watch(journal, person.dose_ids, WELL, user=NURSE.login)
    bench.work.watch.recorded.emit()
    qtbot.waitUntil(lambda: today.state.items[0].detail == "BIBP · dose 1")


def test_a_paper_goes_back_to_the_room_that_asked_for_it(
    bench: Bench, window: MainWindow, qtbot: QtBot
) -> None:
    window.room_shown.connect(bench.work.entered)
    window.show_room("sync")
    bench.work.printing.show_receipt(SLIP)
    assert window.room == "paper"
    qtbot.waitUntil(lambda: window.paper.title.text() == "Receipt")
    press(window.paper, Qt.Key.Key_Escape)
    assert window.room == "sync"


def test_ctrl_k_shows_the_card_of_whoever_is_at_the_desk(
    bench: Bench, window: MainWindow, qtbot: QtBot
) -> None:
    window.room_shown.connect(bench.work.entered)
    register(bench.work.practice.journal, "王甲")
    window.show_room("desk")
    bench.work.desk.scan("王甲")
    qtbot.waitUntil(lambda: window.desk.pages.currentWidget() is window.desk.hits)
    window.desk.hits.choose(1)
    qtbot.waitUntil(lambda: bench.work.desk.client_id is not None)
    click(window.desk.person.person.card)
    qtbot.waitUntil(lambda: window.paper.subtitle.text() == "王甲")
    press(window.paper, Qt.Key.Key_K, CONTROL)
    assert window.room == "desk"
    press(window.desk, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(lambda: window.paper.subtitle.text() == "王甲")
    press(window.paper, Qt.Key.Key_Escape)
    assert window.room == "desk"
    assert window.desk.person.person.name.text() == "王甲", "who was at the desk still is"


def test_the_records_page_shows_whoever_is_at_the_desk(
    bench: Bench, window: MainWindow, qtbot: QtBot
) -> None:
    person = register(bench.work.practice.journal, "王甲")
    window.room_shown.connect(bench.work.entered)
    window.show_room("desk")
    window.desk.client_chosen.emit(person)
    qtbot.waitUntil(lambda: window.desk.pages.currentWidget() is window.desk.person)
    window.desk.records_requested.emit()
    assert window.room == "records"
    qtbot.waitUntil(lambda: window.records.list.title.text() == "Records of 王甲")
    window.records.cleared.emit()
    assert window.room == "desk"
    assert window.desk.pages.currentWidget() is window.desk.person, "still there"


def test_a_correction_left_open_opens_the_records_page(
    bench: Bench, window: MainWindow, qtbot: QtBot
) -> None:
    dose = give(bench.work.practice.journal, register(bench.work.practice.journal))
    window.show_room("desk")
    bench.work.desk.left_open.emit(LeftOpen(f"amend {dose.hex()}"))
    assert window.room == "records"
    qtbot.waitUntil(lambda: window.records.pages.currentWidget() is window.records.form)


def test_what_is_corrected_is_seen_at_the_desk_at_once(
    bench: Bench, window: MainWindow, qtbot: QtBot
) -> None:
    journal = bench.work.practice.journal
    person = register(journal, "王甲")
    dose = give(journal, person)
    window.desk.client_chosen.emit(person)
    qtbot.waitUntil(lambda: "Dose 1" in window.desk.person.person.accessibleName())
    void_dose(journal, dose, "recorded-twice", user=NURSE.login)
    bench.work.records.recorded.emit()
    qtbot.waitUntil(lambda: "struck through" in window.desk.person.person.accessibleName())


def test_what_the_camera_reads_is_a_scan_at_the_desk(
    bench: Bench, window: MainWindow, qtbot: QtBot
) -> None:
    register(bench.work.practice.journal, "王甲", phone="+8613900000000")
    window.room_shown.connect(bench.work.entered)
    window.show_room("sync")
    window.show_page("camera")
    bench.work.camera.read.emit("13900000000")
    assert window.room == "desk"
    qtbot.waitUntil(lambda: window.desk.pages.currentWidget() is window.desk.hits)
