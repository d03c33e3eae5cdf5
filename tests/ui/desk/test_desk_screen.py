"""The desk's keys: each does one thing on its own page, and nothing anywhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.desk.desk_screen import DeskScreen
from fieldapp.ui.desk.record_guard import QUIET_MS
from fieldapp.ui.desk.state import Hit, Mark, ReasonState, RegisterState, TodayItem, TodayState
from tests.ui.conftest import FakeTime
from tests.ui.desk.test_person_page import STATE
from tests.ui.desk.test_register_page import BANNER
from tests.ui.hands import CONTROL, press, write

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
HITS = (Hit(b"1", "Wang", ""), Hit(b"2", "Li", ""))
REASONS = ReasonState("Why?", (("fever", "Fever"),), "Record")


@pytest.fixture
def desk(qtbot: QtBot, time: FakeTime) -> DeskScreen:
    made = DeskScreen(time)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show_empty()
    made.show()
    return made


PAGES: dict[str, Callable[[DeskScreen], None]] = {
    "empty": DeskScreen.show_empty,
    "hits": lambda desk: desk.show_hits(HITS),
    "register": lambda desk: desk.show_register(RegisterState(), BANNER),
    "person": lambda desk: desk.show_person(STATE),
    "reason": lambda desk: desk.show_reasons(REASONS),
}


def signals(desk: DeskScreen) -> dict[str, SignalInstance]:
    return {
        "not given": desk.not_given_requested,
        "all no": desk.all_no_requested,
        "record": desk.record_requested,
        "override": desk.override_requested,
        "undo": desk.undo_requested,
        "chosen": desk.client_chosen,
        "saved": desk.register_saved,
        "reason": desk.reason.confirmed,
    }


@pytest.mark.parametrize("page", PAGES)
def test_no_key_acts_on_a_page_that_it_does_not_belong_to(
    desk: DeskScreen, time: FakeTime, page: str
) -> None:
    belongs = {
        "empty": set[str](),
        "hits": {"chosen"},
        "register": {"saved"},
        "person": {"not given", "all no", "record", "override"},
        "reason": {"reason"},
    }
    heard: set[str] = set()
    for name, signal in signals(desk).items():
        signal.connect(lambda *_, name=name: heard.add(name))
    PAGES[page](desk)
    time.ms += QUIET_MS
    if page == "reason":
        press(desk, Key.Key_1)
        desk.reason.choose(0)
    for key in (Key.Key_F6, Key.Key_F7, Key.Key_F9):
        press(desk, key)
    press(desk, Key.Key_O, CONTROL)
    press(desk, Key.Key_Z, CONTROL)
    press(desk, Key.Key_1, ALT)
    assert heard == belongs[page]


def test_ctrl_enter_does_what_f9_does(desk: DeskScreen, time: FakeTime, qtbot: QtBot) -> None:
    desk.show_person(STATE)
    time.ms += QUIET_MS
    with qtbot.waitSignal(desk.record_requested):
        press(desk, Key.Key_Return, CONTROL)


def test_a_verdict_that_changes_under_the_finger_records_nothing(
    desk: DeskScreen, time: FakeTime, qtbot: QtBot
) -> None:
    desk.show_person(STATE)
    time.ms += QUIET_MS
    desk.show_person(replace(STATE, verdict=replace(STATE.verdict, title="Give dose 1")))
    with qtbot.assertNotEmitted(desk.record_requested):
        press(desk, Key.Key_F9)
        desk.person.record.click()
    time.ms += QUIET_MS
    with qtbot.waitSignal(desk.record_requested):
        press(desk, Key.Key_F9)


def test_the_same_verdict_shown_again_does_not_close_the_key(
    desk: DeskScreen, time: FakeTime, qtbot: QtBot
) -> None:
    desk.show_person(STATE)
    time.ms += QUIET_MS
    desk.show_person(STATE)
    with qtbot.waitSignal(desk.record_requested):
        press(desk, Key.Key_F9)


def test_the_same_verdict_for_the_next_person_closes_the_key_anew(
    desk: DeskScreen, time: FakeTime, qtbot: QtBot
) -> None:
    desk.show_person(STATE)
    time.ms += QUIET_MS
    desk.show_empty()
    desk.show_person(STATE)
    with qtbot.assertNotEmitted(desk.record_requested):
        press(desk, Key.Key_F9)


def test_what_may_not_be_recorded_is_not_asked_for(
    desk: DeskScreen, time: FakeTime, qtbot: QtBot
) -> None:
    desk.show_person(replace(STATE, may_record=False))
    time.ms += QUIET_MS
    with qtbot.assertNotEmitted(desk.record_requested):
        press(desk, Key.Key_F9)


@pytest.mark.parametrize("page", ["empty", "hits", "person"])
def test_whatever_is_typed_where_nothing_takes_it_is_a_scan(
    desk: DeskScreen, qtbot: QtBot, page: str
) -> None:
    PAGES[page](desk)
    desk.setFocus()
    with qtbot.waitSignal(desk.scanned) as scanned:
        write(desk, "13900000000")
        press(desk.scan.edit, Key.Key_Return)
    assert scanned.args == ["13900000000"]


@pytest.mark.parametrize("page", ["register", "reason"])
def test_a_form_and_a_reason_keep_what_is_typed_to_themselves(
    desk: DeskScreen, qtbot: QtBot, page: str
) -> None:
    PAGES[page](desk)
    with qtbot.assertNotEmitted(desk.scanned):
        write(desk, "139")
        press(desk, Key.Key_Return)
    assert desk.scan.edit.text() == ""


def test_undo_is_for_the_newest_record_that_can_be_undone(desk: DeskScreen, qtbot: QtBot) -> None:
    items = (
        TodayItem(b"1", "09:00", "A", "", Mark.HERE),
        TodayItem(b"2", "08:00", "B", "", Mark.HERE, can_undo=True),
    )
    desk.show_today(TodayState(2, items))
    with qtbot.waitSignal(desk.undo_requested) as asked:
        press(desk, Key.Key_Z, CONTROL)
    assert asked.args == [b"2"]


def test_an_offer_that_was_withdrawn_is_neither_a_key_nor_a_button(
    desk: DeskScreen, qtbot: QtBot
) -> None:
    before = TodayItem(b"1", "08:00", "B", "", Mark.HERE, can_undo=True)
    desk.show_today(TodayState(1, (before,)))
    desk.withdraw_undo()
    with qtbot.assertNotEmitted(desk.undo_requested):
        press(desk, Key.Key_Z, CONTROL)
    assert desk.today.state == TodayState(1, (replace(before, can_undo=False),))


def test_arms_have_keys(desk: DeskScreen, qtbot: QtBot) -> None:
    desk.show_person(STATE)
    for key, site in ((Key.Key_L, "left-deltoid"), (Key.Key_R, "right-deltoid")):
        with qtbot.waitSignal(desk.site_chosen) as chosen:
            press(desk, key, CONTROL)
        assert chosen.args == [site]


def test_esc_forgets_half_a_scan_and_asks_for_an_empty_desk(desk: DeskScreen, qtbot: QtBot) -> None:
    write(desk.scan.edit, "1390")
    with qtbot.waitSignal(desk.cleared):
        press(desk, Key.Key_Escape)
    assert desk.scan.edit.text() == ""


def test_a_low_screen_gets_less_air(desk: DeskScreen, qtbot: QtBot) -> None:
    desk.resize(1200, 800)
    qtbot.waitUntil(lambda: desk.pages.geometry().top() > desk.scan.geometry().bottom() + 13)
    desk.resize(1200, 600)
    qtbot.waitUntil(lambda: desk.pages.geometry().top() < desk.scan.geometry().bottom() + 13)


@pytest.mark.parametrize(("size", "beside"), [(100, True), (150, False)])
def test_where_large_text_leaves_no_room_today_gives_way_to_whoever_is_here(
    qapp: QApplication, qtbot: QtBot, time: FakeTime, size: int, beside: bool
) -> None:
    theme.apply_theme(qapp, theme.NORMAL, size)
    desk = DeskScreen(time)
    qtbot.addWidget(desk)
    desk.resize(1160, 600)
    desk.show()
    desk.show_person(STATE)
    assert desk.today.isVisible() is beside
    desk.show_empty()
    assert desk.today.isVisible()
