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
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fieldapp.ui import language, theme
from fieldapp.ui.set_up.first_page import FirstPage
from fieldapp.ui.set_up.steps import LAPTOP, LOOK, first_lines
from fieldapp.ui.widgets import one_line
from tools.look import faint, faults
from tools.made_up_screens import SCREENS
from tools.screenshots import SIZES, let_go, settle, shown

LONG = "Give dose 2 of the vaccine that was given first"
COMBINATIONS = (
    (language.ENGLISH, theme.NORMAL, 100),
    (language.CHINESE, theme.SUNLIGHT, 100),
    (language.CHINESE, theme.NIGHT, 100),
    (language.ENGLISH, theme.SUNLIGHT, 125),
    (language.ENGLISH, theme.NORMAL, 150),
    (language.CHINESE, theme.SUNLIGHT, 150),
)
"""Each language and each theme once, and the text sizes; `make screenshots` looks at more."""


@pytest.mark.parametrize(
    ("spoken", "worn", "size"), COMBINATIONS, ids=lambda one: getattr(one, "name", str(one))
)
def test_every_screen_can_be_read_in_whole(
    qapp: QApplication, spoken: str, worn: theme.Theme, size: int
) -> None:
    language.install(qapp, spoken)
    theme.apply_theme(qapp, worn, size)
    wrong = []
    for name in SCREENS:
        window = shown(name, SIZES[0])
        for display in SIZES:
            window.resize(*display)
            settle()
            wrong += [f"{name} at {display[0]}: {what}" for what in faults(window)]
        if size == 100:
            wrong += [f"{name}: {what}" for what in faint(window)]
        let_go(window)
    language.install(qapp, language.ENGLISH)
    theme.apply_theme(qapp, theme.NORMAL)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("spoken", "worn", "size"), COMBINATIONS, ids=lambda one: getattr(one, "name", str(one))
)
def test_the_page_of_a_new_laptop_can_be_read_in_whole(
    qapp: QApplication, qtbot: QtBot, spoken: str, worn: theme.Theme, size: int
) -> None:
    language.install(qapp, spoken)
    theme.apply_theme(qapp, worn, size)
    page = FirstPage()
    qtbot.addWidget(page)
    page.show()
    wrong = []
    for display in SIZES:
        page.resize(*display)
        for step in (LOOK, LAPTOP):
            page.show_step(step, first_lines(step))
            settle()
            wrong += faults(page)
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


@pytest.mark.parametrize(("colour", "seen"), [("#767676", False), ("#9a9a9a", True)])
def test_words_that_hardly_differ_from_their_ground_are_seen(
    qtbot: QtBot, colour: str, seen: bool
) -> None:
    label = QLabel(LONG)
    label.setStyleSheet(f"font-size: 20px; background: #ffffff; color: {colour}")
    qtbot.addWidget(label)
    label.show()
    found = list(faint(label))
    assert bool(found) is seen, found
    assert all("has a contrast of" in what and LONG in what for what in found)


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


def scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area


def test_a_page_that_has_to_be_scrolled_sideways_is_seen(qtbot: QtBot) -> None:
    wide = QWidget()
    wide.setMinimumWidth(800)
    area = scrolled(wide)
    qtbot.addWidget(area)
    area.resize(600, 300)
    area.show()
    (what,) = faults(area)
    assert "800 px wide" in what


def test_a_big_button_out_of_sight_is_seen(qtbot: QtBot) -> None:
    tall, button = QWidget(), QPushButton("Record")
    tall.setMinimumHeight(800)
    button.setProperty("role", "primary")
    layout = QVBoxLayout(tall)
    layout.addStretch(1)
    layout.addWidget(button)
    area = scrolled(tall)
    qtbot.addWidget(area)
    area.resize(600, 300)
    area.show()
    (what,) = faults(area)
    assert "has to be scrolled to" in what


def test_what_somebody_types_may_be_longer_than_its_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(LONG)
    line.setFixedWidth(80)
    QVBoxLayout(window).addWidget(line)
    window.show()
    assert not faults(window)
