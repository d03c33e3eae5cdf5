"""Readies Qt for papers that a command writes: no window, no display, the reader's language."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication

from fieldapp.ui import language


def ready_for_paper(spoken: str | None = None) -> None:
    """Fonts and words are there from now on; `spoken` None is this machine's language."""
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a server has no display
    app = QGuiApplication.instance() or QGuiApplication(["fieldapp"])
    language.install(app, spoken or language.preferred())
