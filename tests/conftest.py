"""What holds for every test: windows are drawn in memory, on no display, and are gone after it;
properties are not judged by the clock."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests.properties import UNTIMED

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DEFERRED_DELETE = 52  # QEvent.Type.DeferredDelete, without importing Qt where no window is tested

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("untimed", UNTIMED)
settings.load_profile("untimed")  # before any test is read: its own settings begin with these


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's own, with more patience."""
    from tests.patient_bot import PatientBot  # brings Qt, which not every test wants

    return PatientBot(request)


_TESTS_BETWEEN = 200
_ended = 0


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup() -> Iterator[None]:
    """Let nothing be collected while a test is at its windows, as in the app (`ui.garbage`)."""
    if _windows() is not None:
        gc.disable()
    yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Free the windows of a test: Qt would in an event loop, and there is none between tests.

    Otherwise each change of theme dresses every window that any earlier test has opened.
    """
    yield
    qt = _windows()
    if qt is not None:
        for window in qt.QApplication.topLevelWidgets():
            window.deleteLater()
        qt.QApplication.sendPostedEvents(None, DEFERRED_DELETE)
        _collect()


def _windows() -> Any:
    """Qt, where any test has opened a window."""
    qt = sys.modules.get("PySide6.QtWidgets")
    return qt if qt is not None and qt.QApplication.instance() is not None else None


def _collect() -> None:
    """All that this test left; what is loaded by now is set aside, so that it is quickly done."""
    global _ended
    _ended += 1
    if gc.get_freeze_count() == 0 or _ended % _TESTS_BETWEEN == 0:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
    gc.collect()
    gc.enable()
