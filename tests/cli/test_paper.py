"""Papers need no display, and speak the language that was asked for."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from fieldapp.cli.paper import ready_for_paper
from fieldapp.ui import language


def test_papers_speak_the_language_that_was_asked_for(qapp: QGuiApplication) -> None:
    before = language.spoken()
    ready_for_paper("zh_CN")
    assert language.spoken() == "zh_CN"
    ready_for_paper(before)
    assert language.spoken() == before
