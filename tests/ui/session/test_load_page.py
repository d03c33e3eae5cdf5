from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.session.load_page import LoadPage


def test_the_scan_comes_first_and_back_goes_back(qtbot: QtBot) -> None:
    page = LoadPage()
    qtbot.addWidget(page)
    page.show()
    page.arrive()
    assert page.focusWidget() is page.loads.lot.edit
    with qtbot.waitSignal(page.done):
        page.back.click()
