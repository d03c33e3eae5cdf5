"""The set-up page: one key sets up, a PIN is never seen, and every field has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.ui import language
from fieldapp.ui.set_up_screen import SetUpScreen
from tests.ui.hands import click, press, write

Key = Qt.Key


@pytest.fixture
def screen(qtbot: QtBot) -> SetUpScreen:
    made = SetUpScreen()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def test_f9_asks_with_what_is_typed(qtbot: QtBot, screen: SetUpScreen) -> None:
    write(screen.team.edit, " Boat Test ")
    screen.kind.choose("vehicle")
    write(screen.pin.edit, " 1234 5678")
    with qtbot.waitSignal(screen.set_up_requested) as asked:
        press(screen, Key.Key_F9)
    form = asked.args[0]
    assert (form.team, form.kind, form.pin) == ("Boat Test", "vehicle", " 1234 5678")


def test_a_pin_is_seen_neither_on_the_screen_nor_in_a_trace(screen: SetUpScreen) -> None:
    write(screen.pin.edit, "2468-test")
    assert screen.pin.edit.echoMode() is QLineEdit.EchoMode.Password
    assert screen.again.edit.echoMode() is QLineEdit.EchoMode.Password
    caught = []
    screen.set_up_requested.connect(lambda form: caught.append(repr(form)))
    screen.submit()
    assert caught
    assert "2468" not in caught[0]


def test_nothing_is_asked_twice_while_it_is_busy(qtbot: QtBot, screen: SetUpScreen) -> None:
    screen.show_busy(True)
    with qtbot.assertNotEmitted(screen.set_up_requested):
        press(screen, Key.Key_F9)
        click(screen.go)
    screen.show_busy(False)
    with qtbot.waitSignal(screen.set_up_requested):
        click(screen.go)


def test_the_demo_is_one_click_away(qtbot: QtBot, screen: SetUpScreen) -> None:
    with qtbot.waitSignal(screen.demo_requested):
        click(screen.demo)


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_it_fits_the_smallest_screen_in_every_language(
    qapp: QApplication, qtbot: QtBot, spoken: str
) -> None:
    language.install(qapp, spoken)
    screen = SetUpScreen()
    qtbot.addWidget(screen)
    screen.show_message("x" * 60)
    assert screen.minimumSizeHint().width() <= 1280
    assert screen.minimumSizeHint().height() <= 720
