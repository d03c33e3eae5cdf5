"""Two parts share a line while both have room, and stand below one another otherwise."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.side_by_side import SideBySide

Shown = tuple[QWidget, QPushButton, QPushButton]


def shown(qtbot: QtBot, width: int, *, second_on_top: bool = False) -> Shown:
    parts = QPushButton("first"), QPushButton("second")
    for part in parts:
        part.setMinimumWidth(200)
    both = SideBySide(*parts, shares=(2, 1), second_on_top=second_on_top)
    room = QWidget()
    qtbot.addWidget(room)
    both.setParent(room)
    both.resize(width, 300)
    room.show()
    return (room, *parts)


def test_with_room_they_stand_beside_one_another_by_their_shares(qtbot: QtBot) -> None:
    _room, first, second = shown(qtbot, 800)
    assert first.y() == second.y()
    assert first.width() > second.width()


def test_without_room_the_second_goes_below(qtbot: QtBot) -> None:
    _room, first, second = shown(qtbot, 300)
    assert second.y() > first.y()
    assert first.width() == second.width() == 300


def test_what_somebody_comes_for_may_be_on_top(qtbot: QtBot) -> None:
    _room, first, second = shown(qtbot, 300, second_on_top=True)
    assert second.y() < first.y()


@pytest.mark.parametrize("hidden", [0, 1])
def test_a_part_that_is_hidden_needs_no_room(qtbot: QtBot, hidden: int) -> None:
    parts = QPushButton("first"), QPushButton("second")
    parts[0].setMinimumWidth(100)
    parts[1].setMinimumWidth(300)
    both = SideBySide(*parts)
    qtbot.addWidget(both)
    parts[hidden].hide()
    assert both.minimumSizeHint().width() == parts[1 - hidden].minimumWidth()
