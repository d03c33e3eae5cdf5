"""What holds for every test: windows are drawn in memory, on no display, and are gone after it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

DEFERRED_DELETE = 52  # QEvent.Type.DeferredDelete, without importing Qt where no window is tested

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Free the windows of a test: Qt would in an event loop, and there is none between tests.

    Otherwise each change of theme dresses every window that any earlier test has opened.
    """
    yield
    qt = sys.modules.get("PySide6.QtWidgets")
    if qt is not None and qt.QApplication.instance() is not None:
        for window in qt.QApplication.topLevelWidgets():
            window.deleteLater()
        qt.QApplication.sendPostedEvents(None, DEFERRED_DELETE)
