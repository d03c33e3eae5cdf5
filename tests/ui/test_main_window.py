"""The keys that work everywhere. How every screen looks and is reached: tests/tools."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.main_window import MainWindow
from tests.ui.hands import CONTROL, press
from tools.made_up_screens import SCREENS

Key = Qt.Key


def test_control_and_a_digit_go_to_a_room_from_everywhere(window: MainWindow) -> None:
    SCREENS["desk-empty"](window)
    press(window, Key.Key_6, CONTROL)
    assert window.rooms.currentWidget() is window.sync
    press(window, Key.Key_1, CONTROL)
    assert window.rooms.currentWidget() is window.desk


def test_the_key_map_comes_and_goes_with_f1(window: MainWindow) -> None:
    SCREENS["desk-empty"](window)
    press(window, Key.Key_F1)
    assert window.rooms.currentWidget() is window.help
    press(window, Key.Key_F1)
    assert window.rooms.currentWidget() is window.desk


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_F12])
def test_a_locked_laptop_shows_nothing_but_the_lock(
    qtbot: QtBot, window: MainWindow, key: Key
) -> None:
    SCREENS["lock"](window)
    with qtbot.assertNotEmitted(window.lock_requested):
        press(window, key)
    press(window, Key.Key_6, CONTROL)
    assert window.locked
    assert not window.rail.isVisible()


def test_keys_ask_for_lock_theme_and_language(qtbot: QtBot, window: MainWindow) -> None:
    SCREENS["desk-empty"](window)
    asked = (
        (Key.Key_F12, window.lock_requested),
        (Key.Key_F8, window.theme_requested),
        (Key.Key_F11, window.language_requested),
    )
    for key, signal in asked:
        with qtbot.waitSignal(signal):
            press(window, key)
