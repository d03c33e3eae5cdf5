"""Every state of every screen, filled with made-up people: for pictures and for tests of the look.

Words come from the same code as in the app, so each screen can be shown in each language. A new
room adds its module to `_ROOMS`, and nothing else here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fieldapp.ui.main_window import MainWindow
from tools.screens import (
    bookings,
    calls,
    card,
    desk,
    doctor,
    fees,
    lock,
    paper,
    records,
    scanner,
    session,
    set_up,
    stock,
    sync,
    watch,
    workbook,
)

_ROOMS = (
    lock,
    desk,
    card,
    fees,
    records,
    watch,
    calls,
    stock,
    session,
    set_up,
    workbook,
    sync,
    paper,
    scanner,
    doctor,
    bookings,
)

SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    name: show for room in _ROOMS for name, show in room.SCREENS.items()
}
"""Fills a window with one state of one screen, by its name."""
