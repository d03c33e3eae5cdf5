"""The form for somebody new: filled from the document, saved by F9, never by a scanner's Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.register_page import RegisterPage
from fieldapp.ui.desk.state import Hit, RegisterForm, RegisterState, VerdictState
from fieldapp.ui.widgets import DeskButton
from tests.ui.hands import click, press, write

BANNER = VerdictState("info", "user-plus", "New here", "Ask.")
GROUPS = (("grp-health", "Health workers"), ("grp-lake", "Lake people"))
STATE = RegisterState(birth_date="1949-12-31", sex="F", groups=GROUPS, languages=(("zh", "中文"),))


@pytest.fixture
def page(qtbot: QtBot) -> RegisterPage:
    made = RegisterPage()
    qtbot.addWidget(made)
    made.show_form(STATE, BANNER)
    made.show()
    return made


def test_the_name_is_asked_first_and_the_phone_when_the_name_is_known(
    page: RegisterPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.name.edit.hasFocus)
    page.show_form(RegisterState(name="Test"), BANNER)
    assert page.phone.edit.hasFocus()


def test_what_is_typed_and_chosen_is_handed_over_whole(page: RegisterPage, qtbot: QtBot) -> None:
    write(page.name.edit, "Test Person")
    page.group.choose("grp-lake")
    page.consent.choice.buttons[1].click()
    with qtbot.waitSignal(page.saved) as saved:
        page.submit()
    assert saved.args == [
        RegisterForm("Test Person", "1949-12-31", "F", "", "", "grp-lake", "zh", True, "")
    ]


def test_consent_not_asked_is_neither_yes_nor_no(page: RegisterPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.saved) as saved:
        page.submit()
    assert saved.args[0].consent is None


def test_enter_in_any_field_saves_nothing(page: RegisterPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.saved):
        for field in (page.name, page.birth, page.home, page.phone, page.place):
            press(field.edit, Qt.Key.Key_Return)


def test_a_new_form_keeps_nothing_of_the_one_before(page: RegisterPage) -> None:
    write(page.name.edit, "Test Person")
    page.consent.choice.buttons[1].click()
    page.show_fault("The name is missing.")
    page.show_form(RegisterState(), BANNER)
    assert page.name.text == page.birth.text == page.message.text() == ""
    assert not any(button.isChecked() for button in page.consent.choice.buttons)


def test_a_fault_is_said_and_what_was_typed_stays(page: RegisterPage) -> None:
    write(page.name.edit, "Test Person")
    page.show_fault("The phone number cannot be right.")
    assert page.message.isVisible()
    assert page.name.text == "Test Person"


def test_somebody_alike_is_one_click_away(page: RegisterPage, qtbot: QtBot) -> None:
    page.show_form(RegisterState(lookalikes=(Hit(b"w", "Wang", "born 1980"),)), BANNER)
    (same,) = [b for b in page.findChildren(DeskButton) if b.text() == "Same person"]
    with qtbot.waitSignal(page.same_person) as chosen:
        click(same)
    assert chosen.args == [b"w"]


def test_what_was_typed_before_can_be_put_back(page: RegisterPage, qtbot: QtBot) -> None:
    before = RegisterForm("A", "1980-01-01", "M", "h", "1", "grp-lake", "zh", False, "p")
    page.fill(before)
    with qtbot.waitSignal(page.saved) as saved:
        page.submit()
    assert saved.args == [before]
