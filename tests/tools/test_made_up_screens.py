"""The screens of the pictures: every room and every verdict is among them, filled with words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from fieldapp.ui import language
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.rooms import PAGES, ROOMS
from tools import screenshots
from tools.made_up_screens import SCREENS
from tools.screens.set_up import BEFORE_THE_ROOMS


def shown(qtbot: QtBot, name: str) -> MainWindow:
    window = MainWindow(lambda: 0)
    qtbot.addWidget(window)
    SCREENS[name](window)
    window.show()
    return window


def test_every_room_every_page_of_the_desk_and_every_tone_is_among_them(
    qapp: QApplication,
) -> None:
    rooms, pages, all_pages, tones = set(), set(), set(), set()
    for name in SCREENS.keys() - set(BEFORE_THE_ROOMS):
        window = screenshots.shown(name, screenshots.SIZES[0])
        rooms.add(window.room)
        tones.add(window.desk.person.verdict.property("tone"))
        if window.room == "desk":
            stack = window.desk.pages
            pages.add(type(stack.currentWidget()).__name__)
            all_pages = {type(stack.widget(number)).__name__ for number in range(stack.count())}
        screenshots.let_go(window)
    assert rooms == {"lock", *(room.name for room in ROOMS), *PAGES}
    assert pages == all_pages
    assert {"ok", "wait", "stop"} <= tones


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_a_screen_speaks_the_language_in_force(
    qapp: QApplication, qtbot: QtBot, spoken: str
) -> None:
    language.install(qapp, spoken)
    title = shown(qtbot, "desk-empty").desk.empty.findChildren(QLabel)[1].text()
    language.install(qapp, language.ENGLISH)
    assert (title == "Next person, please") is (spoken == language.ENGLISH)
