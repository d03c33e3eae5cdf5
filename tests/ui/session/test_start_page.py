from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.session.start_page import StartPage
from fieldapp.ui.session.state import NamedUser, StartForm, StartState
from tests.ui.hands import write

STATE = StartState(
    operation="72",
    unit="Boat 3",
    place="Nanyang pier",
    key_area="lakeside",
    named=(NamedUser("li.na", "Li Na", True), NamedUser("gao.jun", "Gao Jun", False)),
    others="Zhao Min",
    cash_float="200",
    currency="yuan",
    position="",
)


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    made = StartPage()
    qtbot.addWidget(made)
    made.show_start(STATE)
    made.show()
    return made


def test_what_was_last_time_is_filled_in_and_asked_for_as_it_is(
    page: StartPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.start_requested) as asked:
        page.submit()
    assert asked.args == [
        StartForm("72", "Boat 3", "Nanyang pier", "lakeside", ("li.na",), "Zhao Min", "200")
    ]
    assert page.start.text() == "Open operation 72"


def test_what_is_typed_before_the_proposal_comes_stays(page: StartPage) -> None:
    page.begin()
    page.place.edit.setFocus()
    page.place.edit.clear()
    write(page.place.edit, "Pier 9")
    page.show_start(replace(STATE, operation="73"))
    assert (page.place.text, page.operation.text) == ("Pier 9", "73")
    page.begin()
    page.show_start(STATE)
    assert page.place.text == "Nanyang pier"


def test_who_is_here_is_one_press(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.edited) as edited:
        page.people["gao.jun"].click()
    form = edited.args[0] if edited.args else None
    assert isinstance(form, StartForm)
    assert form.present == ("li.na", "gao.jun")


def test_a_device_without_a_position_says_nothing_of_it(page: StartPage) -> None:
    assert page.position.isHidden()


def test_a_fault_is_said_beside_what_it_is_about(page: StartPage) -> None:
    page.show_fault_where(page.loads.vials.edit, "expired")
    assert page.loads.said.text() == "expired"
    page.show_fault_where(page.place.edit, "missing")
    assert page.fault.text() == "missing"


def test_the_place_is_what_differs_from_day_to_day(page: StartPage) -> None:
    page.arrive()
    assert page.focusWidget() is page.place.edit
    assert page.place.edit.selectedText() == "Nanyang pier"
