"""A field is as wide as the words it must show, at any text size."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from fieldapp.ui import theme
from fieldapp.ui.measure import line_width


def test_more_words_and_larger_text_need_more_room(qapp: QApplication) -> None:
    theme.apply_theme(qapp, theme.NORMAL)
    usual = line_width("Its address")
    assert usual < line_width("The address of the other laptop")
    theme.apply_theme(qapp, theme.NORMAL, 150)
    assert line_width("Its address") > usual
    theme.apply_theme(qapp, theme.NORMAL)
