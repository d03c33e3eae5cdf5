from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.form_page import FormField, FormState
from fieldapp.ui.session.session_screen import SessionScreen
from fieldapp.ui.session.state import CountState, OpenState
from tests.ui.hands import CONTROL, press

COUNT = CountState(("v", "1"), "Count lot 1.", "vials", "Counted", explain="Wasted, because…")
OPEN = OpenState("Operation 71", "", "", (), (), COUNT, "Close", False)


@pytest.fixture
def screen(qtbot: QtBot) -> SessionScreen:
    made = SessionScreen()
    qtbot.addWidget(made)
    made.show()
    return made


def test_keys_mean_what_the_page_of_the_moment_does(screen: SessionScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.start.start_requested):
        press(screen, Qt.Key.Key_F9)
    screen.show_open(OPEN)
    for key, held, asked in (
        (Qt.Key.Key_F9, False, screen.close_requested),
        (Qt.Key.Key_F3, False, screen.add_requested),
        (Qt.Key.Key_W, True, screen.waste_requested),
        (Qt.Key.Key_F2, False, screen.next_requested),
    ):
        with qtbot.waitSignal(asked):
            press(screen, key, CONTROL if held else Qt.KeyboardModifier.NoModifier)


def test_a_page_over_the_operation_stays_while_the_day_goes_on(screen: SessionScreen) -> None:
    screen.show_open(OPEN)
    screen.show_load()
    screen.show_open(OPEN)
    assert screen.pages.currentWidget() is screen.load
    screen.go_to_open()
    assert screen.pages.currentWidget() is screen.open


def test_the_number_to_count_has_the_focus(screen: SessionScreen) -> None:
    screen.show_open(OPEN)
    screen.arrive()
    assert screen.focusWidget() is screen.open.count.edit


def test_a_fault_is_said_on_the_page_where_it_happened(screen: SessionScreen) -> None:
    screen.show_open(OPEN)
    screen.show_fault("not yet")
    assert screen.open.said.text() == "not yet"
    screen.show_second(FormState("Who?", "", (FormField("pin", "PIN", secret=True),), "Confirm"))
    screen.show_fault("wrong PIN")
    assert screen.second.message.text() == "wrong PIN"
