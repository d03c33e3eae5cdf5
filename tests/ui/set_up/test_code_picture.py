"""The code on the screen can be read back to the letter, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.scanner.decode import codes_in
from fieldapp.ui.set_up.code_picture import CodePicture
from fieldapp.ui.set_up.shown_code import SHOWN_CODE


@pytest.mark.parametrize("worn", theme.THEMES, ids=lambda one: one.name)
def test_what_is_shown_is_what_a_reader_sees(
    qapp: QApplication, qtbot: QtBot, worn: theme.Theme
) -> None:
    theme.apply_theme(qapp, worn)
    made = CodePicture(SHOWN_CODE, "A code to scan", 200)
    qtbot.addWidget(made)
    assert codes_in(made.grab().toImage()) == [SHOWN_CODE]
    theme.apply_theme(qapp, theme.NORMAL)
