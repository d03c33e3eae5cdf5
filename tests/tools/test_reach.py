"""Every control has a name, is large enough for a glove, and is reached by Tab, on every screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fieldapp.ui import language, theme
from tools import reach
from tools.made_up_screens import SCREENS
from tools.screenshots import SIZES, let_go, settle, shown


def test_every_screen_is_for_everybody(qapp: QApplication) -> None:
    language.install(qapp, language.ENGLISH)
    theme.apply_theme(qapp, theme.NORMAL)
    wrong = []
    for name in SCREENS:
        window = shown(name, SIZES[1])
        for look in (reach.unnamed, reach.small, reach.out_of_reach):
            wrong += [f"{name}: {look.__name__}: {what}" for what in look(window)]
        let_go(window)
    assert not wrong, "\n".join(wrong)


def window_with(qtbot: QtBot, *parts: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for part in parts:
        part.setMinimumHeight(48)
        layout.addWidget(part)
    window.resize(400, 300)
    window.show()
    settle()
    return window


def test_a_control_without_a_name_is_seen(qtbot: QtBot) -> None:
    silent, named = QLineEdit(), QLineEdit()
    named.setAccessibleName("Phone")
    window = window_with(qtbot, silent, named, QPushButton("Save"))
    assert len(list(reach.unnamed(window))) == 1


def test_a_control_too_small_for_a_glove_is_seen(qtbot: QtBot) -> None:
    tiny = QPushButton("?")
    window = window_with(qtbot, tiny, QPushButton("Save"))
    tiny.setFixedSize(44, 43)
    settle()
    (what,) = reach.small(window)
    assert what.endswith("44x43")


def test_a_control_that_tab_never_reaches_is_seen(qtbot: QtBot) -> None:
    hidden = QPushButton("By mouse only")
    hidden.setObjectName("mouse_only")
    hidden.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window = window_with(qtbot, QPushButton("Save"), hidden, QLineEdit())
    (what,) = reach.out_of_reach(window)
    assert what.startswith("mouse_only")


def test_of_a_group_one_is_enough(qtbot: QtBot) -> None:
    yes, no = QPushButton("Yes"), QPushButton("No")
    group = QButtonGroup(yes)
    for button in (yes, no):
        button.setCheckable(True)
        group.addButton(button)
    yes.setChecked(True)
    window = window_with(qtbot, yes, no, QLineEdit())
    assert not list(reach.out_of_reach(window))
    assert yes in reach.tab_round(window)
