"""The strips keep what they said when the window is made again."""

from __future__ import annotations

from fieldapp.actions.battery import Battery
from fieldapp.ui.frame import Frame
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.strips import TruthState
from tests.journal.laptop import FakeClock


def test_a_new_window_says_what_the_old_one_said(window: MainWindow) -> None:
    frame = Frame(FakeClock())
    frame.truth = TruthState(recorded=7, waiting=7)
    frame.charge = Battery(15, in_use=True)
    frame.draw(window, None)
    cells = window.truth.cells
    assert cells["here"].accessibleName() == "7 on this laptop"
    assert cells["battery"].words.text() == "15 %"
    assert cells["battery"].property("tone") == "wait"
    assert window.strip.time.text() == "09:00"


def test_before_anything_is_counted_no_number_is_said(window: MainWindow) -> None:
    Frame(FakeClock()).draw(window, None)
    assert not any(cell.isVisible() for cell in window.truth.cells.values())
