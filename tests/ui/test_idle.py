"""A key or a click in the window is a touch; time alone is none."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fieldapp.ui.idle import IdleWatch
from tests.ui.conftest import FakeTime


def test_keys_and_clicks_anywhere_in_the_window_are_touches(qtbot: QtBot, time: FakeTime) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    watch = IdleWatch(time, line)
    watch.follow(line)
    line.show()
    qtbot.waitExposed(line)
    handle = line.windowHandle()
    time.ms += 90_000
    assert watch.idle_s == 90
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert (watch.idle_s, line.text()) == (0, "a")
    time.ms += 5_000
    QTest.mouseClick(
        handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5)
    )
    assert watch.idle_s == 0


def test_somebody_may_be_known_to_be_there(time: FakeTime, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    watch = IdleWatch(time, line)
    time.ms += 5_000
    watch.touched()
    assert watch.idle_s == 0
