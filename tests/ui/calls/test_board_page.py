from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.calls import present
from fieldapp.ui.calls.board_page import BoardPage
from tools.screens.calls import _found


@pytest.fixture
def page(qtbot: QtBot) -> BoardPage:
    made = BoardPage()
    qtbot.addWidget(made)
    made.resize(1184, 600)
    made.show()
    return made


def test_filters_keep_what_is_chosen_and_are_cleared_together(page: BoardPage) -> None:
    told: list[bool] = []
    page.show_filters(present.filters(_found()))
    page.filtered.connect(lambda: told.append(True))
    assert not page.clear_filters()
    page.language.setCurrentIndex(2)
    page.text.setText("wang")
    page.show_filters(present.filters(_found()))
    assert page.chosen_filter(page.language) == "ru"
    assert page.clear_filters()
    assert (page.text.text(), page.chosen_filter(page.language)) == ("", present.ANY)
    assert len(told) == 2


def test_an_empty_list_says_why(page: BoardPage) -> None:
    found = _found()
    page.show_list(present.list_state(found, found.entries))
    assert page.table.isVisible()
    page.show_list(present.list_state(found, []))
    assert page.nothing.isVisible()
    assert "Esc" in page.nothing.text()
    page.arrive()
    assert page.text.hasFocus() or not page.isActiveWindow()
    page.say("done", "ok")
    assert page.said.text() == "done"
