"""No words are cut short and nothing lies over anything, on any screen; and the eye can see."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fieldapp.ui import language, theme
from fieldapp.ui.widgets import one_line
from tools.look import faults
from tools.made_up_screens import SCREENS
from tools.screenshots import SIZES, let_go, settle, shown

LONG = "Give dose 2 of the vaccine that was given first"
COMBINATIONS = (
    (language.ENGLISH, theme.NORMAL),
    (language.CHINESE, theme.SUNLIGHT),
    (language.CHINESE, theme.NIGHT),
)
"""Each language and each theme once; `make screenshots` looks at all of them."""


@pytest.mark.parametrize(
    ("spoken", "worn"), COMBINATIONS, ids=lambda one: getattr(one, "name", one)
)
def test_every_screen_can_be_read_in_whole(
    qapp: QApplication, spoken: str, worn: theme.Theme
) -> None:
    language.install(qapp, spoken)
    theme.apply_theme(qapp, worn)
    wrong = []
    for name in SCREENS:
        window = shown(name, SIZES[0])
        for size in SIZES:
            window.resize(*size)
            settle()
            wrong += [f"{name} at {size[0]}: {what}" for what in faults(window)]
        let_go(window)
    language.install(qapp, language.ENGLISH)
    theme.apply_theme(qapp, theme.NORMAL)
    assert not wrong, "\n".join(wrong)


def fixed(made: QWidget) -> QWidget:
    made.setFixedSize(80, 30)
    return made


def wrapped() -> QWidget:
    made = QLabel(LONG)
    made.setWordWrap(True)
    return fixed(made)


def empty_line() -> QWidget:
    made = QLineEdit()
    made.setPlaceholderText(LONG)
    return fixed(made)


def chosen() -> QWidget:
    made = QComboBox()
    made.addItem(LONG)
    return fixed(made)


def table() -> QWidget:
    made = QTableWidget(1, 1)
    made.setHorizontalHeaderLabels(["When"])
    made.setItem(0, 0, QTableWidgetItem(LONG))
    return made


def given_way() -> QWidget:
    made = one_line(LONG)
    made.setFixedWidth(30)
    return made


PLANTED: dict[str, Callable[[], QWidget]] = {
    "a label": lambda: fixed(QLabel(LONG)),
    "a paragraph": wrapped,
    "a button": lambda: fixed(QPushButton(LONG)),
    "a hint": empty_line,
    "a choice": chosen,
    "a cell": table,
    "a line that gives way to nothing": given_way,
}


@pytest.mark.parametrize("planted", PLANTED)
def test_words_cut_short_are_seen(qtbot: QtBot, planted: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(PLANTED[planted]())
    window.resize(600, 300)
    window.show()
    (what,) = faults(window)
    assert LONG in what


def parts(qtbot: QtBot, first: tuple[int, int], second: tuple[int, int]) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    for number, at in enumerate((first, second)):
        button = QPushButton("Yes", window)
        button.setObjectName(f"button{number}")
        button.setGeometry(*at, 100, 60)
    window.resize(300, 100)
    window.show()
    return window


def test_parts_over_one_another_are_seen(qtbot: QtBot) -> None:
    assert not faults(parts(qtbot, (0, 0), (100, 0)))
    (what,) = faults(parts(qtbot, (0, 0), (90, 0)))
    assert "button0" in what and "button1" in what and "overlap" in what


def test_a_part_outside_its_window_is_seen(qtbot: QtBot) -> None:
    (what,) = faults(parts(qtbot, (0, 0), (250, 0)))
    assert "button1" in what and "sticks out" in what


def test_what_somebody_types_may_be_longer_than_its_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(LONG)
    line.setFixedWidth(80)
    QVBoxLayout(window).addWidget(line)
    window.show()
    assert not faults(window)
