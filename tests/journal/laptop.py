"""A made-up laptop for the journal's tests: a clock that can be set, a home, and made-up facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.journal.device_secrets import DeviceSecrets
from fieldapp.journal.home import (
    DataKey,
    KdfCost,
    NewUser,
    TeamProfile,
    create_home,
    unlock,
)
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.dates import to_minutes
from fieldapp.wire.facts import DoseRecorded, VialOpened

WEAK = KdfCost(memory_kib=8, passes=1, lanes=1)
PIN = "2468-test"
NURSE = NewUser("nurse.test", "Nurse Test", "recorder", PIN)
LEAD = NewUser("lead.test", "Lead Test", "lead", "lead-pin-test")
TEAM = TeamProfile("Boat Test", "boat")
VACCINE = "covid-inact-bibp"
LOT = "TEST-0001"


class MemorySecrets:
    """A key ring that lives as long as the test."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def read(self, home_id: str) -> bytes | None:
        """What `write` kept."""
        return self._kept.get(home_id)

    def write(self, home_id: str, secret: bytes) -> bool:
        """Keep it in memory."""
        self._kept[home_id] = secret
        return True


@dataclass
class FakeClock:
    """A machine's clocks, turned by hand."""

    wall: datetime = datetime(2021, 5, 8, 1, 0, tzinfo=UTC)
    uptime: int = 5000
    boot: bytes = b"boot-one--------"

    def now(self) -> datetime:
        return self.wall

    def uptime_s(self) -> int:
        return self.uptime

    def boot_id(self) -> bytes:
        return self.boot

    def utc_offset_min(self) -> int:
        return 480

    def pass_s(self, seconds: int) -> None:
        self.wall += timedelta(seconds=seconds)
        self.uptime += seconds

    def restart(self, boot: bytes) -> None:
        self.boot, self.uptime = boot, 0


@dataclass
class Laptop:
    """A home with one open journal at a time."""

    home: Path
    clock: FakeClock = field(default_factory=FakeClock)
    secrets: DeviceSecrets = field(default_factory=MemorySecrets)
    opened: list[Journal] = field(default_factory=list)

    def set_up(self) -> None:
        create_home(self.home, TEAM, [NURSE, LEAD], self.secrets, self.clock, kdf=WEAK)

    def key(self) -> DataKey:
        return unlock(self.home, NURSE.login, PIN, self.secrets, self.clock)

    def open(self) -> Journal:
        journal = open_journal(self.home, self.key(), self.clock)
        self.opened.append(journal)
        return journal

    def close(self) -> None:
        for journal in self.opened:
            journal.close()
        self.opened.clear()


def register(
    journal: Journal,
    name: str = "测试甲",
    *documents: Document,
    **details: object,
) -> bytes:
    """Write a person down; returns the client's id."""
    fact = to_fact(ClientDetails(name, documents, **details))  # type: ignore[arg-type]  # made-up keywords of ClientDetails
    (recorded,) = journal.append([fact], user=NURSE.login)
    return recorded.event_id


def dose_of(
    journal: Journal,
    client_id: bytes,
    *,
    vial: bytes | None = None,
    occurred: datetime = datetime(2021, 5, 8, 9, 0),
    row: bytes | None = None,
) -> DoseRecorded:
    """A made-up dose for a person."""
    return DoseRecorded(
        client=journal.ref(client_id),
        vaccine=VACCINE,
        lot=LOT,
        expiry_day=19000,
        occurred_min=to_minutes(occurred),
        utc_offset_min=480,
        source=0,
        site="left-deltoid",
        session="boat-test-0508",
        vial=None if vial is None else journal.ref(vial),
        screening=[],
        row=row,
    )


def give(journal: Journal, client_id: bytes, **details: object) -> bytes:
    """Record a made-up dose; returns its event id."""
    fact = dose_of(journal, client_id, **details)  # type: ignore[arg-type]  # keywords of dose_of
    (recorded,) = journal.append([fact], user=NURSE.login)
    return recorded.event_id


def open_vial(journal: Journal, doses: int = 5) -> bytes:
    """Bring a made-up vial into use; returns its id."""
    fact = VialOpened(VACCINE, LOT, 19000, doses, "TESTCODE1")
    (recorded,) = journal.append([fact], user=NURSE.login)
    return recorded.event_id
