"""The guide is read by keyboard alone, in the language spoken, from the start of each chapter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import language
from fieldapp.ui.guide.guide_page import GuidePage
from fieldapp.ui.language import CHINESE, ENGLISH
from fieldapp.ui.main_window import MainWindow
from tests.ui.hands import press

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> GuidePage:
    made = GuidePage()
    qtbot.addWidget(made)
    made.resize(1180, 600)
    made.show()
    made.arrive()
    return made


def test_the_arrows_choose_a_chapter(page: GuidePage) -> None:
    assert "list on the left" in page.text.toPlainText()
    press(page.list, Key.Key_Down)
    assert page.text.toPlainText().startswith("The line that never lies")


def test_the_page_keys_turn_the_chapter_and_the_next_begins_at_its_start(page: GuidePage) -> None:
    bar = page.text.verticalScrollBar()
    page.resize(1180, 260)
    press(page.list, Key.Key_PageDown)
    assert bar.value() > 0
    press(page.list, Key.Key_PageUp)
    assert bar.value() == 0
    press(page.list, Key.Key_PageDown)
    press(page.list, Key.Key_Down)
    assert bar.value() == 0


def test_its_key_opens_it_and_leads_back_to_the_desk(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    window.show_room("desk")
    press(window.desk.scan.edit, Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert window.room == "guide"
    press(window.guide.list, Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert window.room == "desk"


def test_it_speaks_the_language_of_the_app(qapp: QApplication, qtbot: QtBot) -> None:
    language.install(qapp, CHINESE)
    try:
        page = GuidePage()
        qtbot.addWidget(page)
        assert "首次启动" in page.text.toPlainText()
    finally:
        language.install(qapp, ENGLISH)
