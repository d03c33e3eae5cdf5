"""A watch at work: the real screen on a real journal, and hands that press and look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.watch_board import Board, watch_board
from fieldapp.domain.client import Document
from fieldapp.ui.background import Lane
from fieldapp.ui.desk.record_guard import QUIET_MS
from fieldapp.ui.watch.flow import WatchFlow
from fieldapp.ui.watch.state import CardState
from fieldapp.ui.watch.watch_screen import WatchScreen
from tests.journal.laptop import NURSE, FakeClock, Laptop, dose_of, register
from tests.ui.conftest import FakeTime
from tests.ui.hands import press, write

Key = Qt.Key


def card(name: str = "Test One", number: int = 1, **more: object) -> CardState:
    """A made-up card."""
    made = CardState(
        dose_ids=(bytes([number]) * 32,),
        name=name,
        given="given 14:21 · BIBP · left arm",
        left="11 min left",
        part=0.4,
        may_leave=False,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields of CardState


@dataclass
class Watch:
    """The screen, the flow behind it, the laptop below, and the hands in front of it."""

    screen: WatchScreen
    flow: WatchFlow
    practice: Practice
    laptop: Laptop
    lane: Lane
    qtbot: QtBot
    time: FakeTime
    keys: int = 0

    def give(self, name: str = "Test One", *documents: Document, **details: object) -> bytes:
        """A dose, given now to somebody new; returns its id."""
        journal = self.practice.journal
        client = register(journal, name, *documents)
        return self.give_again(client, **details)

    def give_again(self, client: bytes, **details: object) -> bytes:
        """A dose, given now."""
        journal = self.practice.journal
        now = (self.laptop.clock.now() + timedelta(hours=8)).replace(tzinfo=None)
        fact = replace(dose_of(journal, client, occurred=now), **details)  # type: ignore[arg-type]  # fields of DoseRecorded
        (recorded,) = journal.append([fact], user=NURSE.login)
        self.look()
        return recorded.event_id

    def wait(self, minutes: int) -> None:
        """Time passes, and somebody looks."""
        self.laptop.clock.pass_s(minutes * 60)
        self.look()

    def look(self) -> None:
        """Look at the board, until it is as the journal says."""
        self.time.ms += QUIET_MS
        self.flow.refresh()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        self._settle_once()
        self._settle_once()  # what an answer asks for comes behind it

    def _settle_once(self) -> None:
        done: list[object] = []
        self.flow._do(lambda: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def key(self, key: Key, *, ctrl: bool = False, alt: bool = False) -> None:
        """One key, wherever the focus is; counted."""
        held = Qt.KeyboardModifier.NoModifier
        if ctrl:
            held = Qt.KeyboardModifier.ControlModifier
        if alt:
            held = Qt.KeyboardModifier.AltModifier
        self.keys += 1
        press(self.focus(), key, held)
        self.settle()

    def scan(self, text: str) -> None:
        """A scanner: types wherever the focus is, and ends with Enter."""
        write(self.focus(), text)
        press(self.focus(), Key.Key_Return)
        self.settle()

    def focus(self) -> QWidget:
        """Where keys go."""
        return self.screen.focusWidget() or self.screen

    def names(self) -> list[str]:
        """The names on the board, in order."""
        return [c.state.name for c in self.screen.board.cards if c.state is not None]

    def focused(self) -> str:
        """Whose card has the focus."""
        state = self.screen.board.focused
        return state.name if state is not None else ""

    def board(self) -> Board:
        """The board as the journal says."""
        return watch_board(self.practice)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home", FakeClock(datetime(2021, 8, 1, 4, 0, tzinfo=UTC)))
    made.set_up()
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, time: FakeTime, laptop: Laptop) -> Iterator[Callable[[], Watch]]:
    """Somebody unlocks the laptop and goes to the watch; again, after a restart, if need be."""
    owners: list[tuple[QObject, Lane, WatchFlow]] = []

    def begin() -> Watch:
        rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
        practice = Practice(laptop.open(), *rules, laptop.clock)
        screen, owner, lane = WatchScreen(time), QObject(), Lane()
        qtbot.addWidget(screen)
        screen.resize(1184, 620)
        flow = WatchFlow(screen, practice, NURSE.login, lane, owner)
        flow.recorded.connect(flow.refresh)
        owners.append((owner, lane, flow))
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)  # keys go to the window that is in front
        screen.arrive()
        made = Watch(screen, flow, practice, laptop, lane, qtbot, time)
        made.settle()
        return made

    yield begin
    for owner, lane, flow in owners:
        flow.stop()
        lane.wait()
        owner.deleteLater()


@pytest.fixture
def watch(opened: Callable[[], Watch]) -> Watch:
    return opened()
