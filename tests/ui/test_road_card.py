"""The cards of the sync room: words over keys of one width; what is seldom pressed is above."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.road_card import road_card, whole
from fieldapp.ui.widgets import DeskButton, label


def test_words_wrap_above_keys_that_share_the_width(qtbot: QtBot) -> None:
    words = label("long words " * 20, wrap=True)
    keys = (DeskButton("One", "road"), DeskButton("Two", "road"))
    aside, shown = DeskButton("Stop", "link"), QWidget()
    whole(road_card("globe", "Title", [words], keys, aside), shown)
    qtbot.addWidget(shown)
    shown.resize(300, 320)
    shown.show()
    assert abs(keys[0].width() - keys[1].width()) <= 1
    assert keys[0].y() == keys[1].y()
    assert words.geometry().bottom() < keys[0].y()
    assert aside.geometry().bottom() < words.y()
