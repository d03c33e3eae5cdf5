"""Promises of what is shown of a scan: the last one alone, with what to set."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.scanner.check_lines import show_check
from fieldapp.ui.scanner.present import CheckState
from fieldapp.ui.widgets import label


def test_only_the_last_scan_is_shown(qtbot: QtBot) -> None:
    page, advice = QWidget(), label(wrap=True)
    lines = QGridLayout(page)
    qtbot.addWidget(page)
    qtbot.addWidget(advice)
    page.show()
    show_check(lines, advice, CheckState((("It is", "A vial"),), ("Turn Caps Lock off.",), "stop"))
    assert (advice.text(), advice.property("tone")) == ("Turn Caps Lock off.", "stop")
    show_check(lines, advice, CheckState((("It is", "An ID card"),), (), "ok"))
    items = (lines.itemAt(place) for place in range(lines.count()))
    shown = (item.widget() for item in items if item is not None)
    assert [one.text() for one in shown if isinstance(one, QLabel)] == ["It is", "An ID card"]
    assert not advice.isVisible()
