"""Promises of a page's keys: they act where they belong, and once however long they are held."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.keys import bind


def test_a_key_acts_inside_its_page_and_nowhere_else(qtbot: QtBot) -> None:
    window, pressed = QWidget(), list[str]()
    layout = QVBoxLayout(window)
    page, elsewhere, inside = QWidget(), QLineEdit(), QLineEdit()
    QVBoxLayout(page).addWidget(inside)
    layout.addWidget(page)
    layout.addWidget(elsewhere)
    bind(page, "F9", lambda: pressed.append("F9"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    elsewhere.setFocus()
    QTest.keyClick(elsewhere, Qt.Key.Key_F9)
    assert pressed == []
    inside.setFocus()
    QTest.keyClick(inside, Qt.Key.Key_F9)
    assert pressed == ["F9"]


def test_a_key_that_is_held_acts_once_unless_it_steps(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bind(page, "F9", page.update)
    bind(page, "Down", page.update, repeats=True)
    assert [one.autoRepeat() for one in page.findChildren(QShortcut)] == [False, True]
