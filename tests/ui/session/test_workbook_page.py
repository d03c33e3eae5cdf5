from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.session.workbook_page import WorkbookPage
from fieldapp.ui.session.workbook_state import WorkbookLine, WorkbookState
from tests.ui.hands import press

LINES = (
    WorkbookLine("Row 2: possibly double", "BIBP 0417", "wait", 2, "Record it too"),
    WorkbookLine("Row 3: recorded otherwise", "Lot 0417 → 0418", "wait", 3, "Correct it"),
    WorkbookLine("Line 9: refused", "Day: in the future", "stop"),
)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot) -> WorkbookPage:
    made = WorkbookPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_only_rows_that_were_said_yes_to_are_confirmed(page: WorkbookPage, qtbot: QtBot) -> None:
    page.show_workbook(WorkbookState("t", "l", LINES, "Record"))
    assert list(page.asked) == [2, 3]
    press(page, Qt.Key.Key_2, ALT)
    press(page, Qt.Key.Key_9, ALT)
    with qtbot.waitSignal(page.confirmed) as confirmed:
        page.submit()
    assert confirmed.args == [frozenset({3})]


def test_pressed_twice_it_is_asked_once_until_it_failed(page: WorkbookPage, qtbot: QtBot) -> None:
    page.show_workbook(WorkbookState("t", "l", LINES, "Record"))
    page.submit()
    with qtbot.assertNotEmitted(page.confirmed):
        page.submit()
    page.show_fault("This needs a team lead or supervisor.")
    with qtbot.waitSignal(page.confirmed):
        page.submit()


def test_without_a_plan_nothing_can_be_recorded(page: WorkbookPage, qtbot: QtBot) -> None:
    page.show_workbook(WorkbookState("t", "l", may_write=False))
    assert page.write.isHidden()
    with qtbot.assertNotEmitted(page.confirmed):
        page.submit()
