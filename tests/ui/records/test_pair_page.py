"""Two registrations side by side, and the decision."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.records.pair_page import PairPage
from fieldapp.ui.records.state import PairRow, PairState

ROWS = (PairRow("Name", "李伟", "李玮"), PairRow("Phone", "", "139"))


@pytest.fixture
def page(qtbot: QtBot) -> PairPage:
    made = PairPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_two_that_are_not_linked_can_become_one(page: PairPage, qtbot: QtBot) -> None:
    state = PairState(b"a", b"b", "One or two?", "", ROWS, linked=False)
    page.show_pair(state)
    with qtbot.waitSignal(page.same_requested) as asked:
        page.submit()
    assert asked.args == [state]
    with qtbot.waitSignal(page.apart_requested):
        page.tell_apart()


def test_a_link_can_only_be_taken_back(page: PairPage, qtbot: QtBot) -> None:
    page.show_pair(PairState(b"a", b"b", "One or two?", "", ROWS, linked=True))
    assert not page.same.isVisible()
    assert "take the link back" in page.apart.text()
    with qtbot.assertNotEmitted(page.same_requested):
        page.submit()


def test_a_link_by_way_of_a_third_is_left_alone(page: PairPage, qtbot: QtBot) -> None:
    state = PairState(b"a", b"b", "One or two?", "", ROWS, linked=True, may_unlink=False)
    page.show_pair(state)
    with qtbot.assertNotEmitted(page.apart_requested):
        page.tell_apart()
