from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.session.closed_page import ClosedPage
from fieldapp.ui.session.state import ClosedState


def test_the_next_operation_is_one_press_away(qtbot: QtBot) -> None:
    page = ClosedPage()
    qtbot.addWidget(page)
    page.show_closed(ClosedState("Closed", ("184 doses",), "Open operation 72"))
    assert page.next.text() == "Open operation 72"
    with qtbot.waitSignal(page.next_requested):
        page.next.click()
