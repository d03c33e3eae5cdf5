"""A records page at work: the real screen on a real journal, and hands in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.journal.journal import Journal
from fieldapp.ui.background import Lane
from fieldapp.ui.records.flow import RecordsFlow
from fieldapp.ui.records.records_screen import RecordsScreen
from fieldapp.ui.records.state import Kind
from tests.journal.laptop import LEAD, NURSE, FakeClock, Laptop
from tests.ui.hands import press, write

NOW = datetime(2021, 8, 1, 4, 0, tzinfo=UTC)


@dataclass
class Records:
    """The screen, the flow behind it, and the hands in front of it."""

    screen: RecordsScreen
    flow: RecordsFlow
    journal: Journal
    qtbot: QtBot
    told: list[str] = field(default_factory=list)

    def open(self, who: bytes | None) -> None:
        """Go to somebody's records."""
        self.flow.open(who)
        self.settle()

    def choose(self, kind: Kind) -> None:
        """Choose the first line of a kind by its number."""
        lines = self.screen.list._lines
        number = next(n for n, line in enumerate(lines, start=1) if line.kind is kind)
        self.key(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self._focus(), key, held)

    def scan(self, text: str) -> None:
        write(self._focus(), text)
        press(self._focus(), Qt.Key.Key_Return)

    def sees_page(self, page: QWidget) -> None:
        self.qtbot.waitUntil(lambda: self.screen.pages.currentWidget() is page)

    def sees(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def fill(self, **values: str) -> None:
        """Fill the form and save it."""
        self.sees_page(self.screen.form)
        self.screen.form.fill(values)
        self.key(Qt.Key.Key_F9)

    def reason(self, number: int) -> None:
        """Choose a reason by its number, and go on."""
        self.sees_page(self.screen.reason)
        self.key(Qt.Key(Qt.Key.Key_0 + number))
        self.key(Qt.Key.Key_F9)

    def vouch(self, pin: str = LEAD.pin) -> None:
        """The lead types their PIN."""
        self.sees_page(self.screen.form)
        self.sees(lambda: "pin" in self.screen.form.fields)
        self.fill(pin=pin)

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        done: list[object] = []
        for _ in range(2):  # what is asked by an answer comes behind it
            self.flow._do(lambda: None, done.append)
            self.qtbot.waitUntil(lambda: bool(done))
            done.clear()

    def lines(self) -> list[str]:
        """What the lines say."""
        return [line.words for line in self.screen.list._lines]

    def notes(self, kind: Kind) -> list[str]:
        """What is noted at the first line of a kind."""
        return list(next(line for line in self.screen.list._lines if line.kind is kind).notes)

    def said(self) -> str:
        return self.screen.scan.said.text()

    def _focus(self) -> QWidget:
        return self.screen.focusWidget() or self.screen


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home", FakeClock(NOW))
    made.set_up()
    yield made
    made.close()


@pytest.fixture
def practice(laptop: Laptop) -> Practice:
    rules = load_programme("cn-nhc-2021-03-29")
    parts = (load_catalogue(), rules, load_questions(), laptop.clock)
    return Practice(laptop.open(), *parts, secrets=laptop.secrets)


@pytest.fixture
def unlocked(qtbot: QtBot, practice: Practice) -> Iterator[Callable[[str], Records]]:
    """The records page for a user."""
    owner, lane = QObject(), Lane()

    def unlock(user: str) -> Records:
        screen = RecordsScreen()
        qtbot.addWidget(screen)
        screen.resize(1200, 600)
        flow = RecordsFlow(screen, practice, user, lane, owner)
        screen.show()
        return Records(screen, flow, practice.journal, qtbot)

    yield unlock
    lane.wait()
    owner.deleteLater()


@pytest.fixture
def records(unlocked: Callable[[str], Records]) -> Records:
    return unlocked(NURSE.login)
