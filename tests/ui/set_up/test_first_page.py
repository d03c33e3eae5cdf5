"""The first start shows all that will come, and opens what can be done now."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.first_page import FirstPage
from fieldapp.ui.set_up.steps import LOOK, STEPS


def test_every_step_is_listed_from_the_start(qtbot: QtBot) -> None:
    page = FirstPage()
    qtbot.addWidget(page)
    assert tuple(page.steps.buttons) == STEPS
    assert page.at == LOOK and page.page is page.look
