"""A small form: F9 saves, Enter only ends a scan, and what was typed can be put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.form_fields import Field, Picker
from fieldapp.ui.form_page import FormField, FormPage, FormState
from tests.ui.hands import press, write

STATE = FormState(
    "A dose",
    "From the card.",
    (
        FormField("vaccine", "Vaccine", "", (("bibp", "BIBP"), ("flu", "Influenza")), span=2),
        FormField("day", "Date", hint="YYYY-MM-DD"),
        FormField("lot", "Lot", "L1"),
        FormField("pin", "PIN", secret=True),
    ),
    "Save",
)


@pytest.fixture
def page(qtbot: QtBot) -> FormPage:
    made = FormPage()
    qtbot.addWidget(made)
    made.show_form(STATE)
    made.show()
    return made


def line(page: FormPage, name: str) -> Field:
    field = page.fields[name]
    assert isinstance(field, Field)
    return field


def test_everything_typed_and_chosen_is_handed_over(page: FormPage, qtbot: QtBot) -> None:
    picker = page.fields["vaccine"]
    assert isinstance(picker, Picker)
    picker.choose("flu")
    write(line(page, "day").edit, "2021-07-05")
    with qtbot.waitSignal(page.submitted) as saved:
        page.submit()
    assert saved.args == [{"vaccine": "flu", "day": "2021-07-05", "lot": "L1", "pin": ""}]


def test_enter_saves_nothing_and_hands_on_what_was_scanned(page: FormPage, qtbot: QtBot) -> None:
    edit = line(page, "lot").edit
    edit.clear()
    write(edit, "0109501101530102")
    with qtbot.assertNotEmitted(page.submitted), qtbot.waitSignal(page.code_entered) as entered:
        press(edit, Qt.Key.Key_Return)
    assert entered.args == ["lot", "0109501101530102"]


def test_leaving_a_field_tells_what_to_keep_but_never_a_secret(
    page: FormPage, qtbot: QtBot
) -> None:
    line(page, "day").edit.setFocus()
    write(line(page, "day").edit, "2021")
    with qtbot.waitSignal(page.edited) as edited:
        line(page, "lot").edit.setFocus()
    assert edited.args == [{"vaccine": "", "day": "2021", "lot": "L1"}]
    secret = line(page, "pin").edit
    assert secret.echoMode() is secret.EchoMode.Password


def test_what_was_typed_before_can_be_put_back(page: FormPage) -> None:
    page.fill({"vaccine": "bibp", "day": "2021-07-05", "no-such-field": "x"})
    assert page.values == {"vaccine": "bibp", "day": "2021-07-05", "lot": "L1", "pin": ""}


def test_a_new_form_keeps_nothing_of_the_one_before(page: FormPage, qtbot: QtBot) -> None:
    page.show_fault("The date lies in the future.")
    page.show_form(FormState("Another", "", (FormField("why", "Why"),), "Go"))
    assert page.values == {"why": ""}
    assert page.message.isHidden() and page.lead.isHidden()
    qtbot.waitUntil(line(page, "why").edit.hasFocus)
