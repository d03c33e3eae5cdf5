"""One laptop of a history: its home, its open journal, and what it told the nurse was saved."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.register_client import register_client
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import BodySite, VaccineLot
from fieldapp.journal import parcels
from fieldapp.journal.home import DataKey
from fieldapp.journal.journal import JOURNAL_FILE, Journal, open_journal
from fieldapp.journal.second_copy import SecondCopy
from fieldapp.journal.tally import Tally, tally
from fieldapp.sync.link import HubLink
from fieldapp.sync.outcome import SyncOutcome
from fieldapp.sync.pace import Pace
from fieldapp.sync.run import run_exchange
from fieldapp.sync.stick import read_answer
from fieldapp.wire.facts import CURRENT, Fact
from tests.simulation.crashes import PLANS
from tests.simulation.template import USER


@dataclass(frozen=True, slots=True)
class FromLater(Fact):
    """What a later program will know."""

    what: str


@dataclass
class SimClock:
    """A laptop's clock: the world's time, wrong by `offset_s`."""

    world_s: Callable[[], int]
    offset_s: int = 0
    boot: int = 0

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.world_s() + self.offset_s, UTC)

    def uptime_s(self) -> int:
        return self.world_s() % 1_000_000

    def boot_id(self) -> bytes:
        return self.boot.to_bytes(16, "big")

    def utc_offset_min(self) -> int:
        return 480


@dataclass
class SimLaptop:
    """`said` are the ids reported saved since the home was last put back: all must be there.

    `carried` are the ends of neighbours' parcels that it has taken since; `was_bare` are erased
    events that were looked at.
    """

    name: str
    home: Path
    key: DataKey
    clock: SimClock
    random: Callable[[int], bytes]
    journal: Journal | None = None
    card: SecondCopy | None = None
    said: set[bytes] = field(default_factory=set)
    copies: list[Path] = field(default_factory=list)
    backups: list[Path] = field(default_factory=list)
    clients: list[bytes] = field(default_factory=list)
    doses: list[bytes] = field(default_factory=list)
    carried: set[bytes] = field(default_factory=set)
    was_bare: set[bytes] = field(default_factory=set)
    gone: bool = False

    @property
    def database(self) -> Path:
        return self.home / JOURNAL_FILE

    def open(self) -> Journal:
        """The journal, opened when it is not. Raises JournalDamaged, PowerCut."""
        if self.journal is None:
            self.clock.boot += 1
            self.journal = open_journal(self.home, self.key, self.clock, random=self.random)
            self._learn(self.journal)
        return self.journal

    def _learn(self, journal: Journal) -> None:
        """Who and what is in the journal: after a return to the past, or an erasure, less than
        before."""
        clients = "SELECT entry.id FROM client JOIN entry ON entry.pos = client.no ORDER BY 1"
        standing = (
            "SELECT entry.id FROM dose JOIN entry ON entry.pos = dose.no "
            "WHERE dose.given = 1 AND dose.void_reason IS NULL AND dose.erased_s IS NULL "
            "ORDER BY dose.no"
        )
        self.clients = [bytes(id) for (id,) in journal.db.rows(clients)]
        self.doses = [bytes(id) for (id,) in journal.db.rows(standing)]

    def close(self) -> None:
        """Close the app, or lose power: what was committed is on the disk either way."""
        PLANS.pop(self.database, None)
        if self.journal is not None:
            self.journal.close()
            self.journal = self.card = None

    def ids(self) -> set[bytes]:
        """The ids of every event in the journal."""
        return {bytes(id) for (id,) in self.open().db.rows("SELECT id FROM entry")}

    def bare(self) -> set[bytes]:
        """The ids of events whose body was erased."""
        rows = self.open().db.rows("SELECT id FROM entry WHERE body IS NULL")
        return {bytes(id) for (id,) in rows}

    def register(self, name: str) -> None:
        """A new person."""
        client = register_client(self.open(), ClientDetails(name), user=USER.login)
        self.said.add(client.client_id)
        self.clients.append(client.client_id)

    def give(self, client: bytes, vaccine: str) -> None:
        """A dose."""
        order = DoseOrder(client, VaccineLot(vaccine, "TEST-1"), BodySite.LEFT_DELTOID)
        dose = record_dose(self.open(), order, clock=self.clock, user=USER.login)
        self.said.add(dose)
        self.doses.append(dose)
        self.mirror()

    def void(self, dose: bytes) -> None:
        """Strike a dose through."""
        self.said.add(void_dose(self.open(), dose, "other", user=USER.login))
        self.mirror()

    def mirror(self) -> None:
        """Bring the second copy up to date, as the app does after every dose; without a card
        nothing."""
        journal = self.open()
        self.card = self.card or SecondCopy(journal)
        self.card.catch_up()

    def sync(self, link: HubLink, monotonic: Callable[[], float], pace: Pace) -> SyncOutcome:
        """One sync. Raises what a sync raises."""
        journal = self.open()
        try:
            return run_exchange(
                journal, link, self.clock, pace=pace, random=self.random, monotonic=monotonic
            )
        finally:
            self._learn(journal)

    def read_stick(self, file: Path) -> None:
        """A file with receipts, and whatever else the hub has for this laptop."""
        journal = self.open()
        read_answer(journal, file, self.clock)
        self._learn(journal)

    def write_as_a_later_program(self) -> None:
        """An event of a type that neither this program nor the hub knows."""
        cast(dict[type, tuple[int, int]], CURRENT)[FromLater] = (200, 1)
        try:
            (made,) = self.open().append([FromLater("later")], user=USER.login)
        finally:
            del cast(dict[type, tuple[int, int]], CURRENT)[FromLater]
        self.said.add(made.event_id)

    def hold(self) -> None:
        """Note what is held for neighbours: from now on it must not be lost."""
        self.carried |= {one.place.last_hash for one in parcels.held(self.open())}

    def counts(self) -> Tally:
        """The equation."""
        return tally(self.open(), self.clock.now())

    def copy_to(self, target: Path) -> None:
        """The home as a power cut would leave it now, WAL and all."""
        shutil.copytree(self.home, target)

    def put_back(self, copy: Path, *, anchor_stays: bool) -> None:
        """Replace the home by an older copy; with `anchor_stays` only its database."""
        self.close()
        if anchor_stays:
            for file in self.home.glob(f"{JOURNAL_FILE}*"):
                file.unlink()
            for file in copy.glob(f"{JOURNAL_FILE}*"):
                shutil.copy(file, self.home / file.name)
        else:
            shutil.rmtree(self.home)
            shutil.copytree(copy, self.home)
        self.forget()

    def forget(self) -> None:
        """After a return to the past nothing said or taken later can be asked for."""
        self.said.clear()
        self.carried.clear()
        self.was_bare.clear()
