"""The cards of the sync room: words on the left, keys of one size on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.road_card import road_card, whole
from fieldapp.ui.widgets import DeskButton, label


def test_words_wrap_beside_keys_of_one_width(qtbot: QtBot) -> None:
    words = label("long words " * 20, wrap=True)
    keys = (DeskButton("One", "road"), DeskButton("A longer one", "road"))
    beside, shown = QLineEdit(), QWidget()
    whole(road_card("globe", "Title", [words], keys, beside=beside), shown)
    qtbot.addWidget(shown)
    shown.resize(600, 220)
    shown.show()
    assert keys[0].width() == keys[1].width()
    assert keys[0].y() < keys[1].y()
    assert words.geometry().right() < keys[0].geometry().left()
    assert beside.geometry().right() < keys[0].geometry().left()
