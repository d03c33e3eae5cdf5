from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.session.state import WasteState
from fieldapp.ui.session.waste_page import WastePage
from tests.ui.hands import press, write

REASONS = (("broken", "Broken"), ("lost", "Lost"), ("other", "Another reason"))


@pytest.fixture
def page(qtbot: QtBot) -> WastePage:
    made = WastePage()
    qtbot.addWidget(made)
    made.show()
    made.show_waste(WasteState("BIBP 0418: wasted, because…", 1, REASONS))
    return made


def test_a_reason_by_its_number_then_f9(page: WastePage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_2)
    with qtbot.waitSignal(page.wasted) as confirmed:
        page.submit()
    assert confirmed.args == ["1", "lost", ""]


def test_without_a_reason_nothing_is_recorded(page: WastePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.wasted):
        page.submit()


def test_a_scan_chooses_nothing(page: WastePage) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return):
        press(page, key)
    assert not page.confirm.isEnabled()


def test_digits_in_a_field_are_no_choice(page: WastePage) -> None:
    page.doses.edit.setFocus()
    write(page.doses.edit, "2")
    assert page.doses.text == "12"
    assert not page.confirm.isEnabled()
