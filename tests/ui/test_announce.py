"""What is announced reaches whoever listens, and moves nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.announce import announce


def test_an_announcement_leaves_the_focus_where_it_is(qtbot: QtBot) -> None:
    window = QWidget()
    edit = QLineEdit(window)
    qtbot.addWidget(window)
    window.show()
    edit.setFocus()
    announce(window, "Test One left well")
    assert window.focusWidget() is edit
