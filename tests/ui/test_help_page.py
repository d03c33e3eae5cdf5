"""The key map names every key that works."""

from __future__ import annotations

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fieldapp.ui.help_page import HelpPage
from fieldapp.ui.main_window import MainWindow

SIGNS = {"Ctrl++": "Ctrl+=", "Ctrl+−": "Ctrl+-"}
"""Further keys that do the same, or are written with another sign."""
ARROWS = {"←": "Left", "→": "Right", "↑": "Up", "↓": "Down"}


def test_every_key_of_the_app_is_on_the_page(window: MainWindow) -> None:
    texts = {found.text() for found in window.help.findChildren(QLabel)}
    known = {text.replace(" ", "+") for text in texts} | {"Ctrl+Return"}
    known |= {SIGNS[text] for text in known & SIGNS.keys()}
    known |= {f"Alt+{number}" for number in range(1, 10)}
    known |= {ARROWS.get(sign, sign) for text in texts for sign in text.split()}
    keys = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    assert keys <= known


def test_the_page_says_that_enter_never_records(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    texts = [found.text() for found in page.findChildren(QLabel)]
    assert any("never records" in text for text in texts)
