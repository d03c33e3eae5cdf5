"""With the usual text a room fills its place; with larger text it scrolls instead of being cut."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.room_stack import RoomStack, framed
from fieldapp.ui.widgets import label


def test_it_asks_for_what_the_room_shown_needs(qtbot: QtBot) -> None:
    stack, small, large = RoomStack(), QLabel("small"), QLabel("large")
    qtbot.addWidget(stack)
    large.setMinimumSize(2000, 1500)
    small.setMinimumSize(20, 15)
    for room in (small, large):
        stack.addWidget(room)
    assert stack.minimumSizeHint().width() < 100
    stack.setCurrentWidget(large)
    assert stack.minimumSizeHint().width() == large.minimumSizeHint().width()


def test_a_hidden_room_makes_no_other_higher(qtbot: QtBot) -> None:
    stack, small, high = RoomStack(), label("a few words", wrap=True), QLabel("high")
    qtbot.addWidget(stack)
    high.setMinimumHeight(1500)
    for room in (small, high):
        stack.addWidget(room)
    assert not stack.hasHeightForWidth()
    assert stack.heightForWidth(600) < 100


def test_only_larger_text_scrolls(qapp: QApplication, qtbot: QtBot) -> None:
    stack = RoomStack()
    qtbot.addWidget(stack)
    assert framed(stack) is stack
    theme.apply_theme(qapp, theme.NORMAL, 125)
    area = framed(stack)
    qtbot.addWidget(area)
    assert isinstance(area, QScrollArea) and area.widget() is stack
