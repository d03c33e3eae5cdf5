"""The running app, from unlock to lock: one person at a time, nobody's name left behind."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.set_up import begin
from fieldapp.domain.client import Document
from fieldapp.journal import doses
from fieldapp.journal.errors import HomeMissing
from fieldapp.sync.outcome import SyncOutcome
from fieldapp.ui import language, sync_flow, theme
from fieldapp.ui.app import FieldApp
from fieldapp.ui.background import Job
from tests.journal.hub import enrol
from tests.journal.laptop import LEAD, NURSE, Laptop, give, register
from tests.ui.conftest import FakeTime
from tests.ui.door import Door, enter
from tests.ui.hands import CONTROL, press, write

Key = Qt.Key
WANG = Document("cn-resident-id", "370826198001010014")


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    laptop = Laptop(tmp_path / "home")
    laptop.set_up()
    yield Door(laptop)
    laptop.close()


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, time: FakeTime, door: Door) -> Iterator[FieldApp]:
    running = FieldApp(qapp, door.keeper("The demo. PIN: 1"), now_ms=time, chance=lambda: 0.5)
    running.window.resize(1280, 720)
    running.window.show()
    qtbot.waitUntil(lambda: bool(running.window.lock.names_shown))
    yield running
    running.shut_down()
    running.window.close()
    running.deleteLater()


def journal_of(app: FieldApp) -> Practice:
    assert app.work is not None
    return app.work.practice


def wait_truth(app: FieldApp, qtbot: QtBot, recorded: int) -> None:
    app.refresh()
    qtbot.waitUntil(lambda: app.truth is not None and app.truth.recorded == recorded)


def begin_sync(app: FieldApp, qtbot: QtBot) -> None:
    """Join a hub, and try to reach it."""
    enrol(journal_of(app).journal)
    app.refresh()
    assert app.work is not None
    sync = app.work.sync
    qtbot.waitUntil(lambda: sync.link_words != "Not joined to a hub")
    sync.start()


def words_in(window: QWidget) -> str:
    """Every word in every widget, seen or not."""
    labels = [label.text() for label in window.findChildren(QLabel)]
    typed = [line.text() for line in window.findChildren(QLineEdit)]
    named = [widget.accessibleName() for widget in window.findChildren(QWidget)]
    return " ".join(labels + typed + named)


def test_the_desktop_knows_the_app_by_its_name(qapp: QApplication, door: Door) -> None:
    qapp.setDesktopFileName("")
    running = FieldApp(qapp, door.keeper())
    assert qapp.desktopFileName() == "fieldapp"
    assert not qapp.windowIcon().isNull()
    running.shut_down()


def test_the_lock_offers_everybody_and_says_its_note(app: FieldApp) -> None:
    assert app.window.locked
    assert "Nurse Test" in " ".join(app.window.lock.names_shown)
    assert "The demo. PIN: 1" in words_in(app.window.lock)


def test_who_has_no_access_any_more_is_locked_out_at_once(app: FieldApp, qtbot: QtBot) -> None:
    enter(app, qtbot)
    assert app.work is not None
    app.work.people.shut_out.emit()
    assert app.window.locked and app.work is None


def test_a_pin_and_enter_open_the_desk(app: FieldApp, qtbot: QtBot) -> None:
    enter(app, qtbot)
    assert app.window.room == "desk"
    qtbot.waitUntil(lambda: "Boat Test" in words_in(app.window.strip))
    assert "Nurse Test" in words_in(app.window.strip)


def test_a_wrong_pin_is_said_forgotten_and_can_be_tried_again(app: FieldApp, qtbot: QtBot) -> None:
    lock = app.window.lock
    write(lock.pin, "1111-wrong")
    press(lock.pin, Key.Key_Return)
    qtbot.waitUntil(lambda: "PIN is not right" in words_in(lock))
    assert lock.pin.text() == ""
    enter(app, qtbot)


def test_a_disk_that_is_missing_is_said_on_the_lock(
    app: FieldApp, qtbot: QtBot, door: Door
) -> None:
    door.missing = True
    app.show_lock()
    qtbot.waitUntil(lambda: "missing" in words_in(app.window.lock))
    assert app.window.locked


def test_locking_lets_the_journal_go_and_leaves_no_name_anywhere(
    app: FieldApp, qtbot: QtBot, door: Door
) -> None:
    enter(app, qtbot)
    register(journal_of(app).journal, "王海波", WANG)
    desk = app.window.desk
    desk.scan.edit.setFocus()
    write(desk.scan.edit, WANG.number)
    press(desk.scan.edit, Key.Key_Return)
    qtbot.waitUntil(lambda: "王海波" in words_in(desk))
    press(app.window, Key.Key_F12)
    qtbot.waitUntil(lambda: not door.open_now)
    assert app.window.locked
    assert "王海波" not in words_in(app.window)
    assert WANG.number not in words_in(app.window)
    enter(app, qtbot)


def test_the_other_language_keeps_the_person_unlocked_and_the_room(
    app: FieldApp, qtbot: QtBot, door: Door
) -> None:
    enter(app, qtbot)
    app.window.show_room("sync")
    press(app.window, Key.Key_F11)
    assert language.spoken() == language.CHINESE
    assert (app.window.room, len(door.open_now)) == ("sync", 1)
    assert app.work is not None and app.work.person.login == NURSE.login


def test_another_text_size_keeps_the_person_unlocked_and_the_room(
    app: FieldApp, qtbot: QtBot, door: Door
) -> None:
    enter(app, qtbot)
    app.window.show_room("sync")
    press(app.window, Key.Key_Plus, CONTROL)
    assert theme.text_size() == 125
    assert (app.window.room, len(door.open_now)) == ("sync", 1)


def test_a_switch_locks_and_offers_the_other(app: FieldApp, qtbot: QtBot, door: Door) -> None:
    enter(app, qtbot)
    press(app.window, Key.Key_F12, CONTROL)
    qtbot.waitUntil(lambda: not door.open_now and "Lead" in app.window.lock.name_chosen)
    enter(app, qtbot, LEAD.pin)
    assert app.work is not None and app.work.person.login == LEAD.login
    press(app.window, Key.Key_F12, CONTROL)
    qtbot.waitUntil(lambda: "Nurse" in app.window.lock.name_chosen)


def test_it_locks_by_itself_when_nobody_touches_it_and_not_before(
    app: FieldApp, qtbot: QtBot, time: FakeTime
) -> None:
    enter(app, qtbot)
    minutes = app.appearance.liked.lock_after_min
    assert minutes > 0
    time.ms += (minutes * 60 - 1) * 1000
    app.lock_if_idle()
    assert not app.window.locked
    time.ms += 1000
    qtbot.waitUntil(lambda: not app.journal_lane.busy)
    app.lock_if_idle()
    assert app.window.locked


def test_it_does_not_lock_by_itself_while_something_is_being_recorded(
    app: FieldApp, qtbot: QtBot, time: FakeTime
) -> None:
    enter(app, qtbot)
    time.ms += 24 * 3600 * 1000
    recording = threading.Event()
    app.journal_lane.start(Job(lambda: recording.wait(30), app))
    app.lock_if_idle()
    assert not app.window.locked
    recording.set()
    qtbot.waitUntil(lambda: not app.journal_lane.busy)
    app.lock_if_idle()
    assert app.window.locked


def test_the_strip_says_the_truth_after_every_record(app: FieldApp, qtbot: QtBot) -> None:
    enter(app, qtbot)
    journal = journal_of(app).journal
    for number in range(1, 4):
        give(journal, register(journal))
        wait_truth(app, qtbot, number)
        assert app.truth is not None
        assert app.truth.recorded == app.truth.waiting + app.truth.confirmed


def test_the_first_count_of_a_joined_laptop_does_not_call_it_unjoined(
    app: FieldApp, qtbot: QtBot, door: Door
) -> None:
    before = door.unlock(NURSE.login, NURSE.pin)
    enrol(before.journal)
    door.close(before)
    enter(app, qtbot)
    qtbot.waitUntil(lambda: app.truth is not None)
    assert app.truth is not None and app.truth.link_words != "Not joined to a hub"


def test_a_dose_can_be_recorded_while_a_sync_waits_for_a_slow_link(
    app: FieldApp, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(app, qtbot)
    journal = journal_of(app).journal
    slow_link = hold_syncs(monkeypatch)
    begin_sync(app, qtbot)
    give(journal, register(journal))
    wait_truth(app, qtbot, 1)
    assert app.truth is not None and app.truth.link_words == "Sending…"
    slow_link.set()


def test_locking_while_a_sync_waits_shows_the_lock_at_once(
    app: FieldApp, qtbot: QtBot, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(app, qtbot)
    slow_link = hold_syncs(monkeypatch)
    begin_sync(app, qtbot)
    press(app.window, Key.Key_F12)
    assert app.window.locked
    assert door.open_now, "the running sync still needs the journal"
    slow_link.set()
    qtbot.waitUntil(lambda: not door.open_now)


def hold_syncs(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A link so slow that a sync ends only when the test says so."""
    gate = threading.Event()

    def sync(practice: Practice, cancelled: threading.Event) -> SyncOutcome:
        gate.wait(30)
        raise HomeMissing(what="the hub")

    monkeypatch.setattr(sync_flow, "_sync", sync)
    return gate


def test_closing_the_window_lets_the_journal_go(app: FieldApp, qtbot: QtBot, door: Door) -> None:
    enter(app, qtbot)
    give(journal_of(app).journal, register(journal_of(app).journal))
    app.window.close()
    assert door.open_now == []
    with_again = door.unlock(NURSE.login, NURSE.pin)
    assert len(list(doses.all_records(with_again.journal))) == 1
    door.close(with_again)


def test_a_second_program_on_this_laptop_is_told_so(
    app: FieldApp, qtbot: QtBot, door: Door
) -> None:
    other = door.unlock(LEAD.login, LEAD.pin)
    write(app.window.lock.pin, NURSE.pin)
    press(app.window.lock.pin, Key.Key_Return)
    qtbot.waitUntil(lambda: "already open" in words_in(app.window.lock))
    door.close(other)


def test_a_bug_at_the_lock_is_said_and_logged_without_anything_of_a_person(
    app: FieldApp, qtbot: QtBot, door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    door.broken = ValueError("王海波 370826198001010014")
    write(app.window.lock.pin, NURSE.pin)
    with caplog.at_level(logging.ERROR, "fieldapp"):
        press(app.window.lock.pin, Key.Key_Return)
        qtbot.waitUntil(lambda: "Something went wrong" in words_in(app.window.lock))
    assert "ValueError" in caplog.text and "unlock" in caplog.text
    assert "王海波" not in caplog.text and WANG.number not in caplog.text
    assert app.window.lock.pin.isEnabled(), "another try is possible"


def test_a_bug_at_the_desk_is_said_at_the_desk(app: FieldApp, qtbot: QtBot) -> None:
    enter(app, qtbot)
    app.report_bug(KeyError("王海波"))
    assert "Something went wrong" in app.window.desk.scan.said.text()
    assert "王海波" not in words_in(app.window)


def test_the_theme_changes_by_key_even_at_the_lock(app: FieldApp, qapp: QApplication) -> None:
    worn = qapp.property("theme")
    press(app.window, Key.Key_F8)
    assert qapp.property("theme") != worn


def test_the_clock_on_the_strip_is_the_sites(app: FieldApp) -> None:
    assert "09:00" in words_in(app.window.strip), "01:00 UTC is 09:00 at the site"


def test_the_lock_says_quietly_that_the_clocks_go_on(app: FieldApp, qtbot: QtBot) -> None:
    enter(app, qtbot)
    journal = journal_of(app).journal
    for _ in range(2):
        give(journal, register(journal))
    assert app.work is not None
    app.work.changed.emit()
    app.lock()
    message = app.window.lock.message
    qtbot.waitUntil(lambda: "2 people are being watched" in message.text())
    assert "their clocks go on" in message.text() and "The demo" in message.text()


def test_a_laptop_that_was_just_made_opens_its_set_up_without_asking_again(
    app: FieldApp, qtbot: QtBot, door: Door
) -> None:
    begin(door.laptop.open())
    door.laptop.close()
    app.let_in(LEAD.login, LEAD.pin)
    qtbot.waitUntil(lambda: app.window.room == "set_up")
    assert app.work is not None and app.work.set_up.pin == LEAD.pin
    press(app.window, Key.Key_F11)
    qtbot.waitUntil(lambda: app.window.set_up.at == "hub" and app.window.room == "set_up")
    assert language.spoken() == language.CHINESE


def test_practice_locks_the_laptop_first(app: FieldApp, qtbot: QtBot) -> None:
    enter(app, qtbot)
    with qtbot.waitSignal(app.practice_requested):
        app.window.set_up.look.practice.click()
    assert app.work is None and app.window.locked
