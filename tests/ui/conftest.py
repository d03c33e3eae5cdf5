"""What the tests of the screens share: no display, our theme, English, and a window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fieldapp.ui import language, theme
from fieldapp.ui.main_window import MainWindow

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen display says at every new window that it cannot pass on size hints."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


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
    language.install(qapp, language.ENGLISH)
    if qapp.property("theme") != theme.NORMAL.name:
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
