"""The page shows each thing in a card, and asks by keys and clicks; at the lock it asks nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fieldapp.ui.doctor.doctor_card import DoctorCard
from fieldapp.ui.doctor.doctor_page import DoctorPage
from fieldapp.ui.doctor.state import DoctorItem
from tests.ui.hands import click, press

LOW = DoctorItem("Disk", "triangle-alert", "wait", "Only 900 MB are free.", "Make room.")
WELL = DoctorItem("Clock", "circle-check", "ok", "The clock agrees with the records.")


@pytest.fixture
def page(qtbot: QtBot) -> DoctorPage:
    made = DoctorPage()
    qtbot.addWidget(made)
    made.resize(1180, 600)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def words(page: DoctorPage) -> list[str]:
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


def test_each_thing_has_its_card_and_the_old_ones_are_gone(qtbot: QtBot, page: DoctorPage) -> None:
    page.show_items([LOW, WELL])
    qtbot.waitUntil(lambda: {LOW.happened, LOW.next_step, WELL.happened} <= set(words(page)))
    page.show_items([WELL])
    assert "Make room." not in words(page)


def test_what_is_said_anew_is_said_in_the_card_that_is_there(page: DoctorPage) -> None:
    page.show_items([LOW, WELL])
    cards = page.findChildren(DoctorCard)
    page.show_items([WELL, LOW])
    assert page.findChildren(DoctorCard) == cards
    assert [card.accessibleName() for card in cards] == [
        "Clock: The clock agrees with the records.",
        "Disk: Only 900 MB are free. Make room.",
    ]
    told = [found.text() for found in cards[0].findChildren(QLabel) if found.isVisibleTo(cards[0])]
    assert LOW.next_step not in told


def test_keys_and_clicks_ask(qtbot: QtBot, page: DoctorPage) -> None:
    page.show_open(True)
    for key, button, asked in (
        (Qt.Key.Key_F5, page.again, page.look_requested),
        (Qt.Key.Key_F9, page.support, page.support_requested),
        (Qt.Key.Key_F4, page.lock_time, page.lock_time_requested),
        (Qt.Key.Key_Escape, page.back, page.left),
    ):
        with qtbot.waitSignal(asked):
            press(page, key)
        with qtbot.waitSignal(asked):
            click(button)
    with qtbot.waitSignal(page.people_requested):
        click(page.people)


def test_at_the_lock_only_the_way_back_is_offered(qtbot: QtBot, page: DoctorPage) -> None:
    page.show_open(False)
    with qtbot.assertNotEmitted(page.support_requested):
        press(page, Qt.Key.Key_F9)
    with qtbot.waitSignal(page.left):
        press(page, Qt.Key.Key_Escape)
