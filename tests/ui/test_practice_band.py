"""The band of a practice stands over the lock and every room; a real laptop shows none."""

from __future__ import annotations

import pytest

from fieldapp.ui.main_window import MainWindow


def test_a_real_laptop_shows_none(window: MainWindow) -> None:
    assert not window.band.isVisible() and window.windowTitle() == "fieldapp"


@pytest.mark.parametrize("room", ["lock", "desk", "sync", "doctor"])
def test_it_stands_over_every_screen_of_a_practice(window: MainWindow, room: str) -> None:
    window.show_practice(True)
    if room == "doctor":
        window.show_page(room)
    elif room != "lock":
        window.show_room(room)
    assert window.room == room and window.band.isVisible()
    assert "PRACTICE" in window.band.words.text() and "PRACTICE" in window.windowTitle()
    assert window.band.width() == window.width()
