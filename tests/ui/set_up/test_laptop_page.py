"""Team and first person: one key makes the laptop, and a PIN is never seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.laptop_page import LaptopPage
from tests.ui.hands import click, press, write


@pytest.fixture
def page(qtbot: QtBot) -> LaptopPage:
    made = LaptopPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_typed_is_asked_for_with_blanks_only_in_the_pin(page: LaptopPage) -> None:
    write(page.team.edit, " Boat Test ")
    page.kind.choose("vehicle")
    write(page.pin.edit, " 1234 5678")
    form = page.typed()
    assert (form.team, form.kind, form.pin) == ("Boat Test", "vehicle", " 1234 5678")


def test_enter_in_a_field_makes_nothing(page: LaptopPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.asked):
        press(page.team.edit, Qt.Key.Key_Return)


def test_a_pin_is_seen_neither_on_the_screen_nor_in_a_trace(page: LaptopPage) -> None:
    write(page.pin.edit, "2468-test")
    assert page.pin.edit.echoMode() is QLineEdit.EchoMode.Password
    assert page.again.edit.echoMode() is QLineEdit.EchoMode.Password
    assert "2468" not in repr(page.typed())


def test_nothing_is_asked_twice_while_it_is_busy(page: LaptopPage, qtbot: QtBot) -> None:
    page.show_busy(True)
    with qtbot.assertNotEmitted(page.asked):
        click(page.go)
    page.show_busy(False)
    with qtbot.waitSignal(page.asked):
        click(page.go)


def test_it_cannot_be_left_for_later(page: LaptopPage) -> None:
    assert not page.later.isVisible() and not page.leave.isVisible()
