"""Pictures of the lock, and of the pages that lie over the rooms."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fieldapp.ui.error_words import sentence
from fieldapp.ui.lock_screen import LockUser
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.words import role_words
from tools.screens.frame import show_frame


def _lock(window: MainWindow) -> None:
    people = (("李娜 Li Na", "recorder"), ("高军 Gao Jun", "lead"))
    users = [LockUser(name, f"{name} · {role_words(role)}") for name, role in people]
    window.strip.show_session("", "", "", "14:32")
    window.show_lock()
    window.lock.show_users(users)


def _wrong_pin(window: MainWindow) -> None:
    _lock(window)
    window.lock.show_message(sentence("That PIN is not right."), "stop")


def _help(window: MainWindow) -> None:
    show_frame(window)
    window.show_room("desk")
    window.show_page("help")


def _guide(window: MainWindow) -> None:
    show_frame(window)
    window.show_page("guide")
    window.guide.list.setCurrentRow(2)


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "lock": _lock,
    "lock-wrong-pin": _wrong_pin,
    "help": _help,
    "guide": _guide,
}
