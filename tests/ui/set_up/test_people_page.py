"""The people's step: one after the other, no PIN seen, nobody forced to add anybody."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.people_page import PeoplePage
from tests.ui.hands import click, write


@pytest.fixture
def page(qtbot: QtBot) -> PeoplePage:
    made = PeoplePage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_typed_is_a_new_user_and_is_cleared_for_the_next(page: PeoplePage) -> None:
    for field, text in ((page.name, "Zhao Min"), (page.login, "zhao.min"), (page.pin, "zhao-pin")):
        write(field.edit, text)
    page.role.choose("lead")
    who = page.typed().who
    assert (who.login, who.name, who.role, who.pin) == ("zhao.min", "Zhao Min", "lead", "zhao-pin")
    page.clear()
    assert (page.name.text, page.pin.text, page.role.chosen) == ("", "", "recorder")


def test_no_pin_is_seen_on_the_screen_or_in_a_trace(page: PeoplePage) -> None:
    for field in (page.pin, page.again, page.own):
        assert field.edit.echoMode() is QLineEdit.EchoMode.Password
        write(field.edit, "2468-test")
    assert "2468" not in repr(page.typed())


def test_alone_later_and_next_are_all_allowed(page: PeoplePage, qtbot: QtBot) -> None:
    assert page.never.isVisible() and page.later.text() == "Later"
    with qtbot.waitSignal(page.needless):
        click(page.never)
    page.show_done(True)
    assert not page.never.isVisible() and page.later.text() == "Next"
    with qtbot.waitSignal(page.asked):
        click(page.go)


def test_who_is_known_stands_above(page: PeoplePage) -> None:
    page.show_known((("Li Na", "lead"), ("Gao Jun", "recorder")))
    assert page.known.text() == "Li Na (team lead) · Gao Jun (vaccinator)"
