"""A scan on the check page is answered there, and nothing else hears of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fieldapp.ui.scanner.check_flow import CheckFlow
from fieldapp.ui.scanner.check_page import CheckPage
from tests.journal.laptop import FakeClock
from tests.ui.hands import press, write


@pytest.fixture
def page(qtbot: QtBot) -> CheckPage:
    made = CheckPage()
    qtbot.addWidget(made)
    made.resize(1184, 600)
    made.show()
    made.arrive()
    return made


def shown(page: CheckPage) -> str:
    """All words on the page."""
    found = page.findChildren(QLabel)
    return " ".join(label.text() for label in found if label.isVisible())


def test_a_scan_is_shown_with_what_it_is(page: CheckPage, qtbot: QtBot) -> None:
    owner = QObject()
    CheckFlow(page, FakeClock(), owner)
    write(page.scan.edit, "010950110153010217230630" + "10lot|21s1")
    press(page.scan.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Vial read" in shown(page))
    assert "lot|21s1" in shown(page)
    assert page.scan.edit.text() == "", "ready for the next"


def test_nothing_of_a_scan_is_left_when_somebody_comes_back(page: CheckPage, qtbot: QtBot) -> None:
    owner = QObject()
    CheckFlow(page, FakeClock(), owner)
    write(page.scan.edit, "11010519491231002X")
    press(page.scan.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "11010519491231002X" in shown(page))
    page.arrive()
    assert "11010519491231002X" not in shown(page)
