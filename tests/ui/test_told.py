"""Promises of a line that comes and goes with its words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.told import tell
from fieldapp.ui.widgets import label


def test_a_line_is_there_while_it_has_something_to_say(qtbot: QtBot) -> None:
    line = label(tone="muted")
    qtbot.addWidget(line)
    tell(line, "The stick is full.", "stop")
    assert (line.text(), line.isVisible(), line.property("tone")) == (
        "The stick is full.", True, "stop",
    )  # fmt: skip
    tell(line, "")
    assert (line.text(), line.isVisible(), line.property("tone")) == ("", False, "stop")
