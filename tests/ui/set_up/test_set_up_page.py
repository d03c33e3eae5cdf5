"""Every step but the making of the laptop can be opened again later."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.set_up_page import SetUpPage
from fieldapp.ui.set_up.steps import LAPTOP, STEPS


def test_it_has_a_page_for_every_step(qtbot: QtBot) -> None:
    page = SetUpPage()
    qtbot.addWidget(page)
    assert tuple(page.pages) == tuple(name for name in STEPS if name != LAPTOP)
