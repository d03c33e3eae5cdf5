"""A stock room at work: the real screen on a real journal, and hands that press, scan and look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal import stock
from fieldapp.ui.background import Lane
from fieldapp.ui.desk.record_guard import QUIET_MS
from fieldapp.ui.stock.flow import StockFlow
from fieldapp.ui.stock.stock_screen import StockScreen
from fieldapp.wire.facts import SessionOpened
from tests.journal.laptop import NURSE, FakeClock, Laptop
from tests.ui.conftest import FakeTime
from tests.ui.hands import press, write

Key = Qt.Key
SINOVAC = VaccineLot("covid-inact-sinovac", "S-1", date(2022, 4, 30))
SESSION = "boat-test-0801"


def vial_code(lot: VaccineLot) -> str:
    """The GS1 code of a vial of the lot."""
    product = load_catalogue().get(lot.vaccine_id)
    assert product is not None and lot.expiry is not None
    return f"01{product.gtins[0]}17{lot.expiry:%y%m%d}10{lot.lot_number}"


@dataclass
class Room:
    """The screen, the flow behind it, the laptop below, and the hands in front of it."""

    screen: StockScreen
    flow: StockFlow
    practice: Practice
    laptop: Laptop
    qtbot: QtBot
    time: FakeTime

    def receive(self, lot: VaccineLot = SINOVAC, vials: int = 10, each: int = 2) -> None:
        """Vials come into the store."""
        amount = Amount.of_vials(lot, vials, each)
        receive_lot(self.practice.journal, amount, user=NURSE.login)
        self.look()

    def open_session(self) -> None:
        """A session is open from now on."""
        self.practice.journal.append([SessionOpened(SESSION, "Pier", 1, "p")], user=NURSE.login)
        self.look()

    def look(self) -> None:
        """Look again, until the screen is as the journal says."""
        self.flow.refresh()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        for _ in range(3):  # what an answer asks for comes behind it
            self._settle_once()

    def _settle_once(self) -> None:
        done: list[object] = []
        self.flow._do(lambda: None, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def shows(self, page: QWidget) -> bool:
        """Whether this page of the room is in front."""
        return self.screen.page is page

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

    def type(self, text: str) -> None:
        """Type where the focus is."""
        write(self.focus(), text)
        self.settle()

    def scan(self, text: str) -> None:
        """A scanner: types wherever the focus is, and ends with Enter."""
        write(self.focus(), text)
        press(self.focus(), Key.Key_Return)
        self.settle()

    def focus(self) -> QWidget:
        """Where keys go."""
        return self.screen.focusWidget() or self.screen

    def on_hand(self, lot: VaccineLot = SINOVAC) -> int:
        """Doses of the lot by the book."""
        return stock.balance_of(
            self.practice.journal, lot.vaccine_id, lot.lot_number
        ).balance.on_hand

    def places(self, lot: VaccineLot = SINOVAC) -> dict[str | None, int]:
        """Where the doses are by the book."""
        found = stock.balance_of(self.practice.journal, lot.vaccine_id, lot.lot_number)
        return found.balance.places

    @property
    def said(self) -> str:
        """What the foot of the board says."""
        return self.screen.board.said.text()


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home", FakeClock(datetime(2021, 8, 1, 4, 0, tzinfo=UTC)))
    made.set_up()
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, time: FakeTime, laptop: Laptop) -> Iterator[Callable[[str], Room]]:
    """Somebody unlocks the laptop and goes to the stock room."""
    owners: list[tuple[QObject, Lane, StockFlow]] = []

    def begin(user: str) -> Room:
        rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
        practice = Practice(laptop.open(), *rules, laptop.clock, secrets=laptop.secrets)
        screen, owner, lane = StockScreen(time), QObject(), Lane()
        qtbot.addWidget(screen)
        screen.resize(1184, 620)
        flow = StockFlow(screen, practice, user, lane, owner)
        flow.recorded.connect(flow.refresh)
        owners.append((owner, lane, flow))
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)  # keys go to the window that is in front
        screen.arrive()
        made = Room(screen, flow, practice, laptop, qtbot, time)
        made.settle()
        return made

    yield begin
    for owner, lane, flow in owners:
        flow.stop()
        lane.wait()
        flow.cold._lane.wait()
        owner.deleteLater()


@pytest.fixture
def room(opened: Callable[[str], Room]) -> Room:
    return opened(NURSE.login)
