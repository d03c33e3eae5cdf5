"""The vial is as full as it is told, and never more."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from fieldapp.ui.stock.vial_picture import VialPicture


def middle(qtbot: QtBot, part: float) -> QColor:
    picture = VialPicture()
    qtbot.addWidget(picture)
    picture.show_part(part)
    return picture.grab().toImage().pixelColor(30, 60)


@pytest.mark.parametrize("part", [1.0, 7.0])
def test_a_full_vial_is_darker_in_the_middle_than_an_empty_one(qtbot: QtBot, part: float) -> None:
    assert middle(qtbot, part).lightness() < middle(qtbot, 0.0).lightness()
    assert middle(qtbot, -1.0) == middle(qtbot, 0.0)
