"""The step of the second copy: one key chooses, and what is chosen is said."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.copy_card import CopyCardState
from fieldapp.ui.set_up.copy_page import CopyPage
from tests.ui.hands import click


def test_f9_chooses_first_and_goes_on_once_a_card_is_kept(qtbot: QtBot) -> None:
    page = CopyPage()
    qtbot.addWidget(page)
    page.show()
    assert not page.change.isVisible() and page.later.isVisible()
    with qtbot.waitSignal(page.choose_requested):
        click(page.go)
    page.show_copy(CopyCardState("Kept in CARD", "0 doses", "ok", kept=True))
    assert page.where.text() == "Kept in CARD"
    with qtbot.waitSignal(page.passed):
        click(page.go)
    with qtbot.waitSignal(page.choose_requested):
        click(page.change)
