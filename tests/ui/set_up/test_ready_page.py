"""The last step says what is left, and lets nobody wait for it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.set_up.ready_page import ReadyPage
from tests.ui.hands import click


def test_what_is_left_is_named_and_work_can_begin_all_the_same(qtbot: QtBot) -> None:
    page = ReadyPage()
    qtbot.addWidget(page)
    page.show()
    page.show_left(("Join the hub", "Scanner"))
    assert "Join the hub, Scanner" in page.left_words.text()
    with qtbot.waitSignal(page.asked):
        click(page.go)
    page.show_left(())
    assert page.left_words.text() == "Everything is set up."
    assert not page.later.isVisible()
