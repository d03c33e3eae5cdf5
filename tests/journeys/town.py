"""Where a day begins: a laptop that joined a real hub, and people who were vaccinated before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.actions.enrol import enrol
from fieldapp.actions.moments import site_now
from fieldapp.domain.client import Document
from fieldapp.domain.documents.resident_id import birth_date_of, complete
from fieldapp.journal.tally import tally
from fieldapp.journal.verify import verify
from fieldapp.ui import language, theme
from tests.journal.laptop import FakeClock, Laptop, give, register
from tests.journeys.nurse import Nurse
from tests.sync.real_hub import RealHub

BIBP = "09501101530102"
EXPIRY = "401231"


def id_card(order: int, born: str = "19800517") -> str:
    """The number on a made-up ID card of Weishan."""
    return complete(f"370826{born}{order:03d}")


def vial(lot: str, number: int) -> str:
    """What a scanner reads from the code of a one-dose vial."""
    return f"01{BIBP}17{EXPIRY}10{lot}<GS>21{lot}{number:04d}"


@dataclass
class Town:
    """The hub, and the laptop of the day with its nurse."""

    hub: RealHub
    nurse: Nurse

    def knows(self, name: str, number: str, days_ago: int) -> None:
        """Somebody whom this laptop vaccinated so many days ago."""
        laptop = self.nurse.laptop
        journal = laptop.open()
        paper = Document("cn-resident-id", number)
        client = register(journal, name, paper, birth_date=birth_date_of(number))
        give(journal, client, occurred=site_now(laptop.clock) - timedelta(days=days_ago))
        laptop.close()

    def assert_both_ends_agree(self, doses: int, voided: int = 0) -> None:
        """As many records here as there, every one confirmed, and both ends whole."""
        journal = self.nurse.journal
        here, there = tally(journal, self.nurse.laptop.clock.now()), self.hub.counts()
        assert (here.recorded, here.waiting, here.confirmed) == (doses, 0, doses)
        assert (there["confirmed"], there["doses"]) == (doses, doses - voided)
        assert here.voided == voided
        assert there["clients"] == here.clients
        assert verify(journal).problems == ()
        assert self.hub.problems().ok


@contextmanager
def town(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Town]:
    """Seven in the morning of today, wherever the machine's own clock stands."""
    language.install(qapp, language.ENGLISH)
    theme.apply_theme(qapp, theme.NORMAL)
    hub = RealHub(folder / "hub")
    code, url = hub.code(), hub.start()
    dawn = datetime.combine(date.today(), time(23), UTC) - timedelta(days=1)
    laptop = Laptop(folder / "home", FakeClock(dawn))
    laptop.set_up()
    enrol(laptop.open(), url, code, None, laptop.clock)
    laptop.close()
    nurse = Nurse(qapp, qtbot, laptop)
    try:
        yield Town(hub, nurse)
    finally:
        for app in nurse.apps:
            app.shut_down()
            app.window.close()
        hub.kill()
