"""Promises of the list: one is always chosen, keys note and scans do not, and nothing acts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.bookings.board_page import BoardPage
from fieldapp.ui.bookings.state import BookedRow, BookedState
from fieldapp.ui.pill import Pill
from tests.ui.hands import press, write


def row(code: str, *, note: bool = True, back: bool = False) -> BookedRow:
    return BookedRow(1, code, "10:20", "Anna", "Passport", Pill("", "", "expected"), note, back)


@pytest.fixture
def page(qtbot: QtBot) -> BoardPage:
    made = BoardPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_who_is_awaited_is_chosen_and_stays_so(page: BoardPage) -> None:
    here, awaited, last = row("A", note=False), row("B"), row("C")
    page.show_day(BookedState("Today", rows=(here, awaited, last)))
    page.arrive()
    assert page.chosen == awaited and page.table.hasFocus()
    press(page.table, Qt.Key.Key_Down)
    page.show_day(BookedState("Today", rows=(awaited, here, last)))
    assert page.chosen == last


def test_the_button_says_what_it_does_to_the_chosen_one(page: BoardPage, qtbot: QtBot) -> None:
    page.show_day(BookedState("Today", rows=(row("A"),)))
    assert page.note.text() == "Is here" and page.note.isEnabled()
    with qtbot.waitSignal(page.noted) as asked:
        page.note.click()
    assert asked.args == [row("A")]
    page.show_day(BookedState("Today", rows=(row("A", note=False, back=True),)))
    assert page.note.text() == "Is not here after all" and page.note.isEnabled()
    page.show_day(BookedState("Today", rows=(row("A", note=False),)))
    assert not page.note.isEnabled()


def test_a_scan_notes_nobody(page: BoardPage, qtbot: QtBot) -> None:
    page.show_day(BookedState("Today", rows=(row("A"),)))
    page.arrive()
    with qtbot.assertNotEmitted(page.noted), qtbot.assertNotEmitted(page.desk_requested):
        write(page.table, "BK-1234-5678")
        press(page.table, Qt.Key.Key_Return)


def test_the_chosen_one_comes_to_the_desk(page: BoardPage, qtbot: QtBot) -> None:
    page.show_day(BookedState("Today", rows=(row("A"),)))
    with qtbot.waitSignal(page.desk_requested):
        page.desk.click()


def test_an_empty_day_says_so_and_offers_nothing(page: BoardPage, qtbot: QtBot) -> None:
    page.show_day(BookedState("Today", nothing="Nobody has booked."))
    page.arrive()
    assert page.nothing.isVisible() and not page.table.isVisible()
    assert not page.desk.isEnabled() and not page.note.isEnabled() and page.chosen is None
    with qtbot.assertNotEmitted(page.noted):
        page.submit()
        page.to_desk()


def test_what_happened_is_said_below(page: BoardPage) -> None:
    page.say("Saved.", "ok")
    assert page.said.isVisible() and page.said.text() == "Saved."
    page.say("")
    assert not page.said.isVisible()


def test_sums_and_another_place_are_offered_when_there_are(page: BoardPage, qtbot: QtBot) -> None:
    figures = (("Booked", "3", ""), ("Came", "1", "ok"))
    page.show_day(BookedState("Today", "Kept.", figures, (row("A"),), other="Market"))
    assert page.other.text() == "Market" and page.other.isVisible() and page.rule.isVisible()
    with qtbot.waitSignal(page.other_requested):
        page.other.click()
