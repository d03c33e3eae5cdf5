"""Fields stand in as many columns as have room, and Tab goes from line to line."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.field_grid import FieldGrid


@pytest.mark.parametrize(
    ("width", "size", "columns"), [(1200, 100, 4), (600, 100, 2), (1200, 150, 3), (200, 100, 1)]
)
def test_larger_text_makes_fewer_columns(
    qapp: QApplication, qtbot: QtBot, width: int, size: int, columns: int
) -> None:
    theme.apply_theme(qapp, theme.NORMAL, size)
    fields = [QLineEdit() for _ in range(7)]
    grid = FieldGrid(fields, 4)
    qtbot.addWidget(grid)
    grid.resize(width, 300)
    grid.show()
    assert grid.columns == columns
    QApplication.processEvents()
    assert len({field.y() for field in fields}) == -(-7 // columns)
