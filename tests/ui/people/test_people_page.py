"""The page of the people: F9 saves, Esc goes back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.people.flow import own_pin
from fieldapp.ui.people.people_page import PeoplePage
from tests.ui.hands import press, write


def test_f9_hands_on_what_is_typed_and_esc_goes_back(qtbot: QtBot) -> None:
    page = PeoplePage()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.form.show_form(own_pin())
    focused = page.focusWidget()
    assert focused is not None
    write(focused, "2468")
    with qtbot.waitSignal(page.form.submitted) as asked:
        press(focused, Qt.Key.Key_F9)
    assert asked.args == [{"own": "2468", "pin": "", "again": ""}]
    with qtbot.waitSignal(page.left):
        press(focused, Qt.Key.Key_Escape)
