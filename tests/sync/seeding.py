"""Laptops that no network reaches, and the hub's packs for them, in one process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fieldapp.actions.enrol_by_stick import ask_by_stick, join_by_pack
from fieldapp.hub.enrolment import add_team
from fieldapp.hub.packs.writing import PackWritten, write_pack
from fieldapp.journal.journal import Journal
from fieldapp.sync.pack import PackTaken
from tests.hub.fake_laptop import NOW_S
from tests.journal.laptop import FakeClock, Laptop
from tests.sync.neighbours.fleet import Fleet, Road

URL = "https://hub.invalid"


@dataclass
class Newcomer:
    """A laptop that has not joined, its journal open."""

    laptop: Laptop
    journal: Journal
    road: Road

    @property
    def clock(self) -> FakeClock:
        return self.laptop.clock

    def take(self, file: Path) -> PackTaken:
        return join_by_pack(self.journal, file, self.clock)


@dataclass
class Town:
    """Where a hub, a stick and new laptops meet."""

    boats: Fleet
    stick: Path

    @property
    def hub(self) -> Path:
        return self.boats.world.store.folder

    def code(self, region: str = "north") -> str:
        return add_team(self.hub, "New Boat", "boat", region, now_s=self.boats.now_s)

    def newcomer(self, name: str = "New Boat") -> Newcomer:
        laptop = Laptop(self.boats.folder / name, FakeClock(datetime.fromtimestamp(NOW_S, UTC)))
        laptop.set_up()
        return Newcomer(laptop, laptop.open(), Road(self.boats.world))

    def ask(self, who: Newcomer, code: str) -> Path:
        return ask_by_stick(who.journal, self.stick, URL, code, None)

    def pack(self, out: Path | None = None) -> PackWritten:
        return write_pack(self.hub, self.stick, out, now_s=lambda: self.boats.now_s)


def town_of(boats: Fleet) -> Town:
    """A town whose hub holds three people, told by a boat that has synced."""
    old = boats.boat("Old Boat")
    old.record(3)
    old.sync()
    stick = boats.folder / "town-stick"
    stick.mkdir()
    return Town(boats, stick)
