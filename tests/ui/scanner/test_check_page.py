"""The check page takes every key into its box and is left by Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.scanner.check_page import CheckPage
from fieldapp.ui.scanner.present import CheckState
from tests.ui.hands import press


def test_keys_pressed_beside_the_box_come_into_it_and_esc_leaves(qtbot: QtBot) -> None:
    page = CheckPage()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.back.setFocus()
    press(page, Qt.Key.Key_7)
    assert page.scan.edit.text() == "7"
    with qtbot.waitSignal(page.left):
        press(page, Qt.Key.Key_Escape)


def test_each_check_takes_the_place_of_the_one_before(qtbot: QtBot) -> None:
    page = CheckPage()
    qtbot.addWidget(page)
    page.show()
    page.show_check(CheckState((("Arrived", "one"), ("It is", "two")), ("Do this",), "wait"))
    assert page.advice.text() == "Do this" and page.advice.property("tone") == "wait"
    page.show_check(CheckState((("Arrived", "three"),), (), "ok"))
    assert page._lines.count() == 2
    assert not page.lead.isVisible()
