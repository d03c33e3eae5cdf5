from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.session.open_page import OpenPage
from fieldapp.ui.session.state import CountState, OpenState

STATE = OpenState(
    title="Operation 71",
    opened="opened 05:10 at Pier",
    aside="key area: lakeside",
    rows=(),
    checks=(),
    count=None,
    close="Close the operation",
    may_close=False,
)


@pytest.fixture
def page(qtbot: QtBot) -> OpenPage:
    made = OpenPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_operation_without_vials_says_what_to_do(page: OpenPage) -> None:
    page.show_open(STATE)
    assert page.none.isVisible()
    assert page.old.isHidden()
    assert not page.close_it.isEnabled()


def test_one_left_open_asks(page: OpenPage, qtbot: QtBot) -> None:
    page.show_open(replace(STATE, old="Opened yesterday. Go on?"))
    assert page.old.isVisible()
    with qtbot.waitSignal(page.old.go_on):
        page.old.keep.click()


def test_the_big_button_asks_to_close(page: OpenPage, qtbot: QtBot) -> None:
    count = CountState(("v", "1"), "Lot 1 adds up.", "vials", "Count again")
    page.show_open(replace(STATE, may_close=True, count=count))
    assert page.count.isVisible()
    with qtbot.waitSignal(page.close_requested):
        page.close_it.click()


def test_what_came_of_it_is_said(page: OpenPage) -> None:
    page.say("Written.", "ok")
    assert page.said.isVisible()
    page.say("")
    assert page.said.isHidden()
