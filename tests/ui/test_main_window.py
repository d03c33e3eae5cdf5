"""Every screen in every language, on the smallest screen: whole words, names, room to touch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fieldapp.ui import language
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.widgets import OneLine
from tests.ui.hands import CONTROL, press
from tools.made_up_screens import SCREENS

Key = Qt.Key
EVERYWHERE = pytest.mark.parametrize("spoken", language.LANGUAGES)
EVERY_SCREEN = pytest.mark.parametrize("screen", SCREENS)
LEAST_TARGET = 44


@pytest.fixture
def shown(qapp: QApplication, qtbot: QtBot, screen: str, spoken: str) -> Iterator[MainWindow]:
    language.install(qapp, spoken)
    window = MainWindow(lambda: 0)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    SCREENS[screen](window)
    window.show()
    qapp.processEvents()
    yield window
    window.close()


def visible(window: QWidget, *kinds: type[QWidget]) -> Iterator[QWidget]:
    for kind in kinds:
        yield from (widget for widget in window.findChildren(kind) if widget.isVisible())


@EVERYWHERE
@EVERY_SCREEN
def test_no_words_are_cut(shown: MainWindow) -> None:
    assert (shown.width(), shown.height()) == (1280, 720)
    cut = [
        f"{widget.text()!r} has {widget.width()}x{widget.height()}"
        for widget in visible(shown, QLabel)
        if isinstance(widget, QLabel) and widget.text() and not fits(widget)
    ]
    assert not cut


def fits(words: QLabel) -> bool:
    if isinstance(words, OneLine):
        return True  # it says … and keeps the whole in its tool tip
    if words.wordWrap():
        return words.height() >= words.heightForWidth(words.width())
    metrics = QFontMetrics(words.font())
    tall = metrics.tightBoundingRect(words.text()).height()
    return words.width() >= metrics.horizontalAdvance(words.text()) and words.height() >= tall


@EVERYWHERE
@EVERY_SCREEN
def test_every_control_has_a_name_and_room_for_a_finger(shown: MainWindow) -> None:
    for widget in visible(shown, QAbstractButton, QLineEdit, QComboBox):
        if widget.parent() is not None and isinstance(widget.parent(), QComboBox):
            continue
        found = QAccessible.queryAccessibleInterface(widget)
        assert found.text(QAccessible.Text.Name).strip(), widget
        assert widget.height() >= LEAST_TARGET, widget
        assert widget.width() >= LEAST_TARGET, widget
        assert widget.height() >= min(widget.minimumSizeHint().height(), 60), widget


@EVERYWHERE
@EVERY_SCREEN
def test_nothing_reaches_out_of_the_window(shown: MainWindow) -> None:
    for widget in visible(shown, QAbstractButton, QLineEdit, QLabel):
        edge = widget.mapTo(shown, widget.rect().bottomRight())
        assert edge.x() < shown.width(), widget
        assert edge.y() < shown.height() or scrolls(widget), widget


def scrolls(widget: QWidget) -> bool:
    """Whether it stands in something that is scrolled up and down."""
    above = widget.parentWidget()
    return above is not None and (isinstance(above, QScrollArea) or scrolls(above))


def test_control_and_a_digit_go_to_a_room_from_everywhere(window: MainWindow) -> None:
    SCREENS["desk-empty"](window)
    press(window, Key.Key_6, CONTROL)
    assert window.rooms.currentWidget() is window.sync
    press(window, Key.Key_1, CONTROL)
    assert window.rooms.currentWidget() is window.desk


def test_the_key_map_comes_and_goes_with_f1(window: MainWindow) -> None:
    SCREENS["desk-empty"](window)
    press(window, Key.Key_F1)
    assert window.rooms.currentWidget() is window.help
    press(window, Key.Key_F1)
    assert window.rooms.currentWidget() is window.desk


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_F12])
def test_a_locked_laptop_shows_nothing_but_the_lock(
    qtbot: QtBot, window: MainWindow, key: Key
) -> None:
    SCREENS["lock"](window)
    with qtbot.assertNotEmitted(window.lock_requested):
        press(window, key)
    press(window, Key.Key_6, CONTROL)
    assert window.locked
    assert not window.rail.isVisible()


def test_keys_ask_for_lock_theme_and_language(qtbot: QtBot, window: MainWindow) -> None:
    SCREENS["desk-empty"](window)
    asked = (
        (Key.Key_F12, window.lock_requested),
        (Key.Key_F8, window.theme_requested),
        (Key.Key_F11, window.language_requested),
    )
    for key, signal in asked:
        with qtbot.waitSignal(signal):
            press(window, key)
