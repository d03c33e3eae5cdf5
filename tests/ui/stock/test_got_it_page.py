"""Who got a lot: a line for each dose, and a word where there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.stock.got_it_page import GotItPage
from fieldapp.ui.stock.state import GotItLine

LI = GotItLine("李雷", "17 May 1980", "+8613812345678", "8 May 2021", "Nurse Test")


def test_each_line_says_who_and_how_to_reach_them(qtbot: QtBot) -> None:
    page = GotItPage()
    qtbot.addWidget(page)
    page.show_people("Who got S-1", "1 doses, 1 people", [LI])
    assert [page.model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)] == [
        "Name", "Born", "Phone", "Given", "By",
    ]  # fmt: skip
    assert list(page.model.cells(LI)) == [
        "李雷", "17 May 1980", "+8613812345678", "8 May 2021", "Nurse Test",
    ]  # fmt: skip
    assert page.title.text() == "Who got S-1"


def test_nobody_is_said_so_and_back_goes_back(qtbot: QtBot) -> None:
    page = GotItPage()
    left: list[bool] = []
    qtbot.addWidget(page)
    page.cancelled.connect(lambda: left.append(True))
    page.show_people("Who got S-1", "0 doses, 0 people", [])
    assert page.table.accessibleDescription() == "Nobody got it here."
    page.back.click()
    assert left == [True]
