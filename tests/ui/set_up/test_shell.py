"""The keys belong to the step that is open, and only what is shown can be pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.shell import SetUpShell
from fieldapp.ui.set_up.step_page import StepPage
from fieldapp.ui.set_up.steps import StepLine
from tests.ui.hands import press

Key = Qt.Key
LINES = (StepLine("one", "One", "circle"), StepLine("two", "Two", "circle"))


def test_each_key_presses_what_the_open_step_shows(qtbot: QtBot) -> None:
    one, two = StepPage(), StepPage()
    for page in (one, two):
        page.describe("Title", "What for.", "Do it")
    shell = SetUpShell({"one": one, "two": two})
    qtbot.addWidget(shell)
    shell.resize(1000, 600)
    shell.show()
    shell.show_step("two", LINES)
    shell.arrive()
    qtbot.waitUntil(shell.isActiveWindow)
    with qtbot.assertNotEmitted(one.asked), qtbot.waitSignal(two.asked):
        press(shell, Key.Key_F9)
    with qtbot.waitSignal(two.passed):
        press(shell, Key.Key_F6)
    with qtbot.assertNotEmitted(two.needless):
        press(shell, Key.Key_F7)
    with qtbot.waitSignal(two.left):
        press(shell, Key.Key_Escape)
