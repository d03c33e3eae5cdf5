"""Parts stand side by side where there is room, go on below where there is none; none is cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.wrapping import Wrapping, key_row


def keys(page: QWidget, width: int) -> list[QPushButton]:
    made = [QPushButton(words) for words in ("Back", "Look again", "Write it")]
    for key in made:
        key.setMinimumWidth(100)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addLayout(key_row(*made[:-1], widest=made[-1]))
    layout.addStretch(1)
    page.resize(width, 400)
    page.show()
    return made


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("width", "lines"), [(800, 1), (330, 2), (150, 3)])
def test_there_are_as_many_lines_as_the_width_asks_for(
    page: QWidget, width: int, lines: int
) -> None:
    made = keys(page, width)
    assert len({key.y() for key in made}) == lines
    assert all(key.width() >= key.sizeHint().width() for key in made)


@pytest.mark.parametrize("width", [800, 330])
def test_the_widest_key_fills_its_line(page: QWidget, width: int) -> None:
    assert keys(page, width)[-1].geometry().right() == width - 1


def test_what_is_hidden_takes_no_room(page: QWidget) -> None:
    made = keys(page, 330)
    made[1].hide()
    made[0].window().layout().activate()  # type: ignore[union-attr]  # it has one
    assert made[2].y() == made[0].y()


def test_an_empty_row_is_nothing() -> None:
    row = Wrapping()
    assert (row.count(), row.itemAt(0), row.takeAt(0)) == (0, None, None)
    assert row.heightForWidth(300) == 0
