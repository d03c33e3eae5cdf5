"""The first page speaks another language by key, and loses nothing that was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import language, theme
from fieldapp.ui.appearance import Appearance
from fieldapp.ui.set_up.first_window import FirstWindow
from fieldapp.ui.set_up.laptop_page import SetUpForm
from fieldapp.ui.set_up.steps import LAPTOP
from tests.ui.hands import CONTROL, click, press

TYPED = SetUpForm("Boat 3", "vehicle", "Li Na", "li.na", "2468-pin", "2468-pin")


def test_language_and_theme_change_by_key_and_what_was_typed_stays(
    qapp: QApplication, qtbot: QtBot
) -> None:
    done: list[SetUpForm] = []
    window = FirstWindow(Appearance(qapp), done.append)
    window.show()
    first = window.page
    qtbot.addWidget(first)
    qtbot.waitUntil(first.isActiveWindow)
    press(first, Qt.Key.Key_F9)
    first.laptop.fill(TYPED)
    press(first, Qt.Key.Key_F11)
    second = window.page
    qtbot.addWidget(second)
    assert language.spoken() == language.CHINESE and second is not first
    assert (second.at, second.laptop.typed()) == (LAPTOP, TYPED)
    press(second, Qt.Key.Key_F8)
    assert theme.in_force() is theme.SUNLIGHT
    press(second, Qt.Key.Key_Plus, CONTROL)
    qtbot.addWidget(window.page)
    assert theme.text_size() == 125
    click(window.page.laptop.go)
    qtbot.waitUntil(lambda: bool(done) and not window.page.isVisible())
    assert done == [TYPED] and window.made == TYPED
    window.wait()


def test_practice_is_asked_for_and_the_page_closes(qapp: QApplication, qtbot: QtBot) -> None:
    window = FirstWindow(Appearance(qapp), lambda form: None)
    qtbot.addWidget(window.page)
    window.show()
    with qtbot.waitSignal(window.practice_requested):
        click(window.page.look.practice)
    assert not window.page.isVisible() and window.made is None
    window.wait()
