"""The first step: how the screen is liked, and practice one click away."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.look_page import LookPage
from tests.ui.hands import click


def test_there_is_nothing_to_do_but_to_go_on(qtbot: QtBot) -> None:
    page = LookPage(first=True)
    qtbot.addWidget(page)
    page.show()
    assert not page.later.isVisible() and not page.leave.isVisible()
    with qtbot.waitSignal(page.passed):
        click(page.go)


def test_practice_is_one_click_away_at_any_time(qtbot: QtBot) -> None:
    page = LookPage(first=False)
    qtbot.addWidget(page)
    page.show()
    assert page.leave.isVisible()
    with qtbot.waitSignal(page.practice_requested):
        click(page.practice)
