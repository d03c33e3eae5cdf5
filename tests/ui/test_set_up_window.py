"""The first page speaks another language by key, and loses nothing that was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import language, theme
from fieldapp.ui.appearance import Appearance
from fieldapp.ui.set_up_screen import SetUpForm
from fieldapp.ui.set_up_window import SetUpWindow
from tests.ui.hands import CONTROL, click, press

TYPED = SetUpForm("Boat 3", "vehicle", "Li Na", "li.na", "2468-pin", "2468-pin")


def test_language_and_theme_change_by_key_and_what_was_typed_stays(
    qapp: QApplication, qtbot: QtBot
) -> None:
    done: list[SetUpForm] = []
    window = SetUpWindow(Appearance(qapp), done.append)
    window.show()
    first = window.screen
    qtbot.addWidget(first)
    qtbot.waitUntil(first.isActiveWindow)
    first.fill(TYPED)
    press(first, Qt.Key.Key_F11)
    second = window.screen
    qtbot.addWidget(second)
    assert language.spoken() == language.CHINESE and second is not first
    assert second.typed() == SetUpForm(
        "Boat 3", "vehicle", "Li Na", "li.na", "2468-pin", "2468-pin"
    )
    press(second, Qt.Key.Key_F8)
    assert theme.in_force() is theme.SUNLIGHT
    press(second, Qt.Key.Key_Plus, CONTROL)
    qtbot.addWidget(window.screen)
    assert theme.text_size() == 125
    click(window.screen.go)
    qtbot.waitUntil(lambda: bool(done) and not window.screen.isVisible())
    assert done[0].team == "Boat 3"
    window.wait()


def test_the_demo_is_asked_for_and_the_page_closes(qapp: QApplication, qtbot: QtBot) -> None:
    window = SetUpWindow(Appearance(qapp), lambda form: None)
    qtbot.addWidget(window.screen)
    window.show()
    with qtbot.waitSignal(window.demo_requested):
        click(window.screen.demo)
    assert not window.screen.isVisible()
