"""The scanner's step takes whatever comes, wherever the focus is, and never acts on Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.scanner.present import CheckState
from fieldapp.ui.set_up.scanner_page import ScannerPage
from tests.ui.hands import press, write


def test_a_scan_arrives_though_a_key_has_the_focus(qtbot: QtBot) -> None:
    page = ScannerPage()
    qtbot.addWidget(page)
    page.show()
    page.leave.setFocus()
    with qtbot.waitSignal(page.arrived) as arrived:
        write(page, "FIELDAPP")
        press(page.scan.edit, Qt.Key.Key_Return)
    assert arrived.args[0].text == "FIELDAPP"


def test_what_came_is_shown_and_forgotten_when_somebody_comes_again(qtbot: QtBot) -> None:
    page = ScannerPage()
    qtbot.addWidget(page)
    page.show()
    page.show_check(CheckState((("Arrived", "123"),), ("Set the suffix.",), "wait"))
    assert page.advice.text() == "Set the suffix."
    assert not page.go.isVisible() and page.never.isVisible()
    page.arrive()
    assert not page.advice.isVisible()
    page.show_done(True)
    assert page.go.isVisible() and not page.never.isVisible()
