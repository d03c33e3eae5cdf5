"""The cold-chain page asks for one reading, shows excursions, and an import as it goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.stock.cold_page import ColdPage
from fieldapp.ui.stock.state import ColdState, ExcursionLine, ImportState, ThermometerState

LINE = ExcursionLine("today 09:00", "35 min", "9.1 °C", "above", "A, B", "stop")
STATE = ColdState(("Box", "Fridge"), "Box", ThermometerState("Box"), (LINE,), "Rule", "24 hours")


@pytest.fixture
def page(qtbot: QtBot) -> ColdPage:
    made = ColdPage()
    qtbot.addWidget(made)
    made.resize(1184, 620)
    made.show()
    return made


def test_a_temperature_and_what_it_is_of_are_both_needed(page: ColdPage) -> None:
    asked: list[tuple[str, str]] = []
    page.reading_submitted.connect(lambda *both: asked.append(both))
    page.reading.edit.setText("4.6")
    page.submit()
    page.which.box.setEditText(" Box 7 ")
    page.submit()
    assert asked == [("Box 7", "4.6")]


def test_the_focus_is_where_one_begins(page: ColdPage) -> None:
    page.arrive()
    assert page.which.box.hasFocus()
    page.show_cold(STATE)
    page.arrive()
    assert page.reading.edit.hasFocus()


def test_excursions_are_told_with_the_lots_that_were_there(page: ColdPage) -> None:
    page.show_cold(STATE)
    cells = [page.model.data(page.model.index(0, at)) for at in range(4)]
    assert cells == ["today 09:00", "9.1 °C", "35 min", "A, B"]
    assert page.model.headerData(2, Qt.Orientation.Horizontal) == "Outside for"
    assert (page.container, page.period.text(), page.rule.text()) == ("Box", "24 hours", "Rule")


def test_an_import_shows_how_far_it_is_and_can_be_stopped(page: ColdPage) -> None:
    stopped: list[bool] = []
    page.stop_requested.connect(lambda: stopped.append(True))
    page.show_import(ImportState("Reading…", done=200, whole=400, busy=True))
    assert page.progress.isVisible() and page.progress.value() == 200
    assert not page.file.isEnabled()
    page.stop.click()
    assert stopped == [True]
    page.show_import(ImportState("Done.", "ok"))
    assert not page.progress.isVisible() and page.file.isEnabled()


def test_a_name_that_was_typed_stays_while_others_are_offered(page: ColdPage) -> None:
    page.which.box.setEditText("New box")
    page.show_cold(ColdState(("Box",), "", ThermometerState(), (), "", "7 days"))
    assert page.container == "New box"
