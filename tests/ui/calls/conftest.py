"""A call list at work: the real screen on a real journal, and hands that press and look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.background import Lane
from fieldapp.ui.calls.calls_screen import CallsScreen
from fieldapp.ui.calls.flow import CallsFlow
from fieldapp.ui.desk.record_guard import QUIET_MS
from tests.actions.calls.conftest import Team, team
from tests.journal.laptop import NURSE
from tests.ui.conftest import FakeTime
from tests.ui.hands import press, write

__all__ = ["team"]

Key = Qt.Key


@dataclass
class Room:
    """The screen, the flow behind it, the team below, and the hands in front of it."""

    screen: CallsScreen
    flow: CallsFlow
    team: Team
    qtbot: QtBot
    time: FakeTime

    def look(self) -> None:
        """Look again, until the screen is as the journal says."""
        self.flow.refresh()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        for _ in range(4):  # what an answer asks for comes behind it
            done: list[object] = []
            self.flow._do(lambda: None, done.append)
            self.qtbot.waitUntil(partial(bool, done))

    def key(self, key: Key, *, ctrl: bool = False, alt: bool = False) -> None:
        """One key, wherever the focus is, once the eyes have followed."""
        held = Qt.KeyboardModifier.NoModifier
        if ctrl:
            held = Qt.KeyboardModifier.ControlModifier
        if alt:
            held = Qt.KeyboardModifier.AltModifier
        self.time.ms += QUIET_MS
        press(self.focus(), key, held)
        self.settle()

    def outcome(self, number: int) -> None:
        """Alt and a number: what came of the call."""
        self.key(Qt.Key(Key.Key_0 + number), alt=True)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        write(self.focus(), text)
        self.settle()

    def focus(self) -> QWidget:
        """Where keys go."""
        return self.screen.focusWidget() or self.screen

    @property
    def names(self) -> list[str]:
        """Who stands in the list."""
        return [line.name.partition(",")[0] for line in self.screen.board.table.people.lines]

    @property
    def called(self) -> str:
        """Who is called now."""
        return self.screen.board.pane.head.name.text().partition(",")[0]

    @property
    def said(self) -> str:
        """What the foot of the list says."""
        return self.screen.board.said.text()

    def words(self) -> str:
        """Every word beside the list."""
        parts = self.screen.board.pane.findChildren(QLabel)
        return "\n".join(part.text() for part in parts if part.isVisible())


@pytest.fixture
def room(qtbot: QtBot, time: FakeTime, team: Team) -> Iterator[Room]:
    screen, owner, lane = CallsScreen(time), QObject(), Lane()
    qtbot.addWidget(screen)
    screen.resize(1184, 620)
    flow = CallsFlow(screen, team.practice, NURSE.login, lane, owner)
    flow.recorded.connect(flow.refresh)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)  # keys go to the window that is in front
    screen.arrive()
    made = Room(screen, flow, team, qtbot, time)
    made.settle()
    yield made
    flow.stop()
    lane.wait()
    owner.deleteLater()
