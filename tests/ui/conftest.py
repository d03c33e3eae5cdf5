"""What the tests of the screens share: our theme, English, and a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.ui import language, theme
from fieldapp.ui.app import DESKTOP_NAME
from fieldapp.ui.main_window import MainWindow


class FakeTime:
    """A clock of milliseconds that moves when a test says so."""

    def __init__(self) -> None:
        self.ms = 10_000

    def __call__(self) -> int:
        return self.ms


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    qapp.setDesktopFileName(DESKTOP_NAME)
    language.install(qapp, language.ENGLISH)
    if (qapp.property("theme"), theme.text_size(qapp)) != (theme.NORMAL.name, 100):
        theme.apply_theme(qapp, theme.NORMAL)
    yield
    language.install(qapp, language.ENGLISH)


@pytest.fixture
def window(qtbot: QtBot, time: FakeTime) -> MainWindow:
    made = MainWindow(time)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made
