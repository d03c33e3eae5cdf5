from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.session.count_panel import CountPanel
from fieldapp.ui.session.state import CountState
from tests.ui.hands import press, write

LOT = CountState(("v", "0417"), "Count lot 0417.", "vials", "Counted", explain="Wasted, because…")


@pytest.fixture
def panel(qtbot: QtBot) -> CountPanel:
    made = CountPanel()
    qtbot.addWidget(made)
    made.show_count(LOT)
    made.show()
    return made


def test_enter_counts_and_makes_room_for_the_next(panel: CountPanel, qtbot: QtBot) -> None:
    write(panel.edit, "18")
    with qtbot.waitSignal(panel.counted) as counted:
        press(panel.edit, Qt.Key.Key_Return)
    assert counted.args == ["18"]
    assert panel.edit.text() == ""


def test_a_scan_and_nothing_are_no_count(panel: CountPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.counted):
        press(panel.edit, Qt.Key.Key_Return)
        write(panel.edit, "0109501101530102")
        press(panel.edit, Qt.Key.Key_Return)
    assert panel.fault.isVisible()


def test_half_a_number_stays_with_its_lot_and_goes_with_it(panel: CountPanel) -> None:
    write(panel.edit, "1")
    panel.show_count(LOT)
    assert panel.edit.text() == "1"
    panel.show_count(CountState(("v", "0418"), "Count lot 0418.", "vials", "Counted"))
    assert panel.edit.text() == ""
    assert panel.waste.isHidden()


def test_nothing_to_count_shows_nothing(panel: CountPanel) -> None:
    panel.show_count(None)
    assert panel.isHidden()
