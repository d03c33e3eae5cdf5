"""The keys for theme, language and text size ask by a click."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.look_keys import LookKeys
from tests.ui.hands import click


def test_each_asks_for_its_own(qtbot: QtBot) -> None:
    keys = LookKeys()
    qtbot.addWidget(keys)
    keys.show()
    for button, signal in (
        (keys.theme, keys.theme_requested),
        (keys.language, keys.language_requested),
        (keys.text, keys.text_requested),
    ):
        with qtbot.waitSignal(signal):
            click(button)
