"""A desk at work: real windows on a real journal, and hands that scan, press and look."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.actions.consult import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.journal import doses
from fieldapp.journal.doses import DoseRecord
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.desk.desk_screen import DeskScreen
from fieldapp.ui.desk.flow import DeskFlow
from fieldapp.ui.desk.record_guard import QUIET_MS
from tests.journal.laptop import LEAD, NURSE, FakeClock, Laptop
from tests.ui.conftest import FakeTime
from tests.ui.effort import Effort
from tests.ui.hands import press, write

NOW = datetime(2021, 8, 1, 4, 0, tzinfo=UTC)
VIAL = "0109501101530102" + "17230630" + "10TEST-0001<GS>21SERIAL{}"


@dataclass
class Desk:
    """The screen, the flow behind it, and the hands in front of it."""

    screen: DeskScreen
    flow: DeskFlow
    practice: Practice
    qtbot: QtBot
    time: FakeTime
    vials: int = 0
    effort: Effort = field(default_factory=Effort)

    def scan(self, text: str) -> None:
        """A scanner: types wherever the focus is, and ends every line with Enter."""
        self.effort.scans += 1
        for line in text.split("\n"):
            write(self._focus(), line)
            press(self._focus(), Qt.Key.Key_Return)

    def scan_vial(self, code: str = VIAL) -> None:
        """Take the next vial into use and see it on the desk."""
        self.vials += 1
        before = self.practice.journal.head()
        self.scan(code.format(self.vials))
        self.sees(lambda: self.practice.journal.head() != before)
        self.settle()

    def key(self, key: Qt.Key, *, ctrl: bool = False, alt: bool = False) -> None:
        """One key, after a look at the screen."""
        self.effort.keys += 1
        held = Qt.KeyboardModifier.NoModifier
        if ctrl:
            held = Qt.KeyboardModifier.ControlModifier
        if alt:
            held = Qt.KeyboardModifier.AltModifier
        press(self._focus(), key, held)

    def type(self, text: str) -> None:
        """Fill the field that has the focus."""
        self.effort.typed += 1
        write(self._focus(), text)

    def vouch(self, pin: str = LEAD.pin) -> None:
        """The lead beside the nurse types their PIN; they are the only one to choose."""
        self.sees_page(self.screen.form)
        self.type(pin)
        self.key(Qt.Key.Key_F9)

    def fill(self, **values: str) -> None:
        """Fill fields of the small form by name."""
        self.sees_page(self.screen.form)
        self.screen.form.fill(values)

    def record(self) -> None:
        """F9, when the eyes have seen what is to be recorded."""
        self.look()
        self.key(Qt.Key.Key_F9)

    def look(self) -> None:
        """The time that a look at the screen takes."""
        self.time.ms += QUIET_MS

    def sees(self, true: Callable[[], bool]) -> None:
        """Wait until the screen shows it."""
        self.qtbot.waitUntil(true)

    def sees_page(self, page: QWidget) -> None:
        """Wait until this page is shown."""
        self.sees(lambda: self.screen.pages.currentWidget() is page)

    def sees_person(self, name: str) -> None:
        """Wait until this person is at the desk."""
        self.sees_page(self.screen.person)
        self.sees(lambda: self.screen.person.person.name.text() == name)

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        done: list[object] = []
        self.flow._do(lambda: None, done.append)  # behind everything asked before
        self.sees(lambda: bool(done))

    def records(self) -> list[DoseRecord]:
        """What the journal holds, in the order of recording."""
        return list(doses.all_records(self.practice.journal))

    def said(self) -> str:
        """What the scan box says."""
        return self.screen.scan.said.text()

    def verdict(self) -> str:
        """The word of the banner."""
        return self.screen.person.verdict.title.text()

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
def lane() -> Lane:
    return Lane()


@pytest.fixture
def unlocked(
    qtbot: QtBot, time: FakeTime, practice: Practice, lane: Lane
) -> Iterator[Callable[[str], Desk]]:
    """A desk for a user; once more for the next, after a lock or a crash."""
    owner = QObject()

    def unlock(user: str) -> Desk:
        screen = DeskScreen(time)
        qtbot.addWidget(screen)
        screen.resize(1200, 600)
        flow = DeskFlow(screen, practice, user, lane, owner)
        screen.show()
        made = Desk(screen, flow, practice, qtbot, time)
        made.settle()
        return made

    yield unlock
    lane.wait()
    owner.deleteLater()


@pytest.fixture
def desk(unlocked: Callable[[str], Desk]) -> Desk:
    return unlocked(NURSE.login)


@pytest.fixture
def holding(lane: Lane) -> Callable[[], Callable[[], None]]:
    """Make the journal slow: everything asked from now on waits until it is let go."""

    def hold() -> Callable[[], None]:
        gate, owner = threading.Event(), QObject()
        lane.start(Job(lambda: gate.wait(30), owner))

        def let_go() -> None:
            gate.set()

        let_go.owner = owner  # type: ignore[attr-defined]  # kept alive with the gate
        return let_go

    return hold
