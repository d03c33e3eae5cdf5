"""A session room at work: the real screen on a real journal, and hands that type and press."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.ui.background import Lane
from fieldapp.ui.session.flow import SessionFlow
from fieldapp.ui.session.session_screen import SessionScreen
from tests.actions.operation import Operation, operation_on
from tests.journal.laptop import LEAD, FakeClock, Laptop
from tests.ui.hands import CONTROL, press, write

Key = Qt.Key
NOW = datetime(2021, 8, 1, 4, 0, tzinfo=UTC)
VIAL = "0109501101530102" + "17220630" + "100417<GS>21SERIAL1"


@dataclass
class Room:
    """The screen, the flow behind it, the operation below, and the hands in front of it."""

    screen: SessionScreen
    flow: SessionFlow
    operation: Operation
    qtbot: QtBot

    def key(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """One key."""
        held = CONTROL if ctrl else Qt.KeyboardModifier.NoModifier
        press(self._focus(), key, held)
        self.settle()

    def type(self, text: str, *, enter: bool = True) -> None:
        """Type where the focus is."""
        write(self._focus(), text)
        if enter:
            self.key(Key.Key_Return)

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        for _ in range(3):  # an answer may ask once more
            self._wait_once()

    def _wait_once(self) -> None:
        done: list[object] = []
        self.flow._do(lambda: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def look(self) -> None:
        """Read the journal again, and see it."""
        self.flow.refresh()
        self.settle()

    def sees(self, page: QWidget) -> bool:
        """Whether this page is shown."""
        return self.screen.pages.currentWidget() is page

    def answers(self) -> list[str]:
        """The last column of the table."""
        return [row.chip.words for row in self.screen.open.table.lots.lines]

    def checks(self) -> str:
        """What stands under *Before you close*."""
        return " / ".join(item.words for item in self.screen.open.checks.items)

    def _focus(self) -> QWidget:
        return self.screen.focusWidget() or self.screen


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home", FakeClock(NOW))
    made.set_up()
    yield made
    made.close()


@pytest.fixture
def enter(qtbot: QtBot, laptop: Laptop) -> Iterator[Callable[..., Room]]:
    """Enter the room, after what was done before."""
    owners: list[tuple[QObject, tuple[Lane, Lane], SessionFlow]] = []

    def begin(user: str = LEAD.login, before: Callable[[Operation], object] | None = None) -> Room:
        operation = operation_on(laptop)
        operation.practice = replace(operation.practice, secrets=laptop.secrets)
        if before is not None:
            before(operation)
        screen, owner, lane, aside = SessionScreen(), QObject(), Lane(), Lane()
        qtbot.addWidget(screen)
        screen.resize(1184, 620)
        flow = SessionFlow(
            screen,
            operation.practice,
            user,
            lane,
            laptop.home.parent / "exports",
            owner,
            aside=aside,
            position=lambda: (34.8, 117.1),
        )
        owners.append((owner, (aside, lane), flow))
        screen.show()
        made = Room(screen, flow, operation, qtbot)
        made.settle()
        screen.arrive()
        return made

    yield begin
    for owner, lanes, flow in owners:
        flow.stop()
        for lane in lanes:
            lane.wait()
        owner.deleteLater()
