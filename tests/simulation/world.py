"""One seed, one history: laptops, a hub, the air between them, and whatever befalls them."""

from __future__ import annotations

import shutil
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import schema
from fieldapp.journal.errors import DiskFull
from fieldapp.sync.errors import SyncError
from fieldapp.sync.outcome import MORE_CAME
from fieldapp.sync.pace import Pace
from tests.simulation import checker, crashes
from tests.simulation.crashes import PLANS, PowerCut
from tests.simulation.deeds import DEEDS, bring_back
from tests.simulation.hubs import SimHub, keep_engines
from tests.simulation.laptops import SimClock, SimLaptop
from tests.simulation.roads import Air, SimLink
from tests.simulation.template import LAPTOPS, START_S, copy, template

MOST_ROUNDS = 6
TINY_FRAMES = Pace(frame_bytes=160)  # so small that a day needs several requests
PROVE_EVERY = 4  # a proof replays everything at both ends: half the time of a history


def _nothing() -> None:
    """What mostly happens while a request is on its way."""


class Broken(AssertionError):
    """A promise was broken; the text tells the whole history."""


class World:
    """A history from a seed. `with World(7) as world: world.run()`; raises Broken."""

    def __init__(self, seed: int) -> None:
        crashes.install()
        keep_engines()
        PLANS.clear()
        made = template()
        self.seed, self.random = seed, Random(seed)
        self.folder = made.folder / "world"  # always the same: engines are known by their file
        self.folder.mkdir()
        self._folders = 0
        self._now_s = START_S
        copy(made.hub, self.folder / "hub")
        self.hub_offset_s = 0
        self.hub = SimHub(self.folder / "hub", self.hub_time_s, self.random.randbytes)
        self.air = Air(self.random, self.hub)
        self.laptops = [self._laptop(number) for number in range(LAPTOPS)]
        self.bundles: list[bytes] = []
        self.files: list[Path] = []
        self.answers: list[Path] = []
        self.promised: set[bytes] = set()
        self.lost_by_hub: set[bytes] = set()
        self.revoked: set[int] = set()
        self.erased: set[bytes] = set()
        self.happened: Counter[str] = Counter()
        self.history: list[str] = []

    def _laptop(self, number: int) -> SimLaptop:
        home, made = self.folder / f"home-{number}", template()
        copy(made.home(number), home)
        clock = SimClock(self.time_s)
        return SimLaptop(f"boat {number}", home, made.keys[number], clock, self.random.randbytes)

    def __enter__(self) -> World:
        return self

    def __exit__(self, *_: object) -> None:
        for laptop in self.laptops:
            laptop.close()
        self.hub.close()
        PLANS.clear()
        shutil.rmtree(self.folder)

    def time_s(self) -> int:
        """The time of the world, Unix seconds."""
        return self._now_s

    def hub_time_s(self) -> int:
        """What the hub takes for the time."""
        return self._now_s + self.hub_offset_s

    def new_folder(self) -> Path:
        """A path of this history that nothing has."""
        self._folders += 1
        return self.folder / f"copy-{self._folders}"

    def note(self, words: str) -> None:
        """Write it into the history."""
        self.history.append(words)

    def count(self, what: str, times: int = 1) -> None:
        """Count a fault that was put in, or anything else that must happen now and then."""
        self.happened[what] += times

    def living(self) -> list[SimLaptop]:
        """Laptops that can still be opened."""
        return [laptop for laptop in self.laptops if not laptop.gone]

    def shut_out_now(self) -> set[int]:
        """The devices that the hub knows to be revoked."""
        columns = schema.device.c
        found = self.hub.rows(select(columns.no).where(columns.revoked_s.is_not(None)))
        return {number for (number,) in found}

    # the history

    def run(self) -> World:
        """Live through it, let things settle, and check everything."""
        try:
            return self._live()
        except Broken:
            raise
        except Exception as bug:
            self.note(traceback.format_exc())
            self._check([f"{type(bug).__name__}: nobody expected this"])
            raise

    def _live(self) -> World:
        for _ in range(self.random.randint(6, 22)):
            self._step()
        self._settle()
        self._check(self._problems_in_the_end())
        if self.seed % PROVE_EVERY == 0:
            self._check(checker.proofs(self.living(), self.hub))
        self.happened.update(self.air.seen)
        return self

    def _problems_in_the_end(self) -> Iterable[str]:
        return checker.in_the_end(
            self.living(), self.hub, self.promised, self.revoked, self.lost_by_hub, self.erased
        )

    def _step(self) -> None:
        living = self.living()
        if not living:
            return
        self._now_s += self.random.choice([1, 60, 3600, 86_400])
        self.air.fault_share = self.random.choice([0.0, 0.2, 0.5])
        laptop = self.random.choice(living)
        deed = self.random.choices(list(DEEDS), list(DEEDS.values()))[0]
        self.note(f"{laptop.name}: {deed.__name__}")
        self.count(deed.__name__)
        try:
            deed(self, laptop)
            if self.random.random() < 0.1:
                self.air.deliver_late()
            self.look(laptop)
        except PowerCut as cut:
            self.note("  power cut")
            self._lose_power(cut)
            self.look(laptop)
        except (DiskFull, OperationalError):
            self.note("  disk full, and said so")
            self.look(laptop)

    def _lose_power(self, cut: PowerCut) -> None:
        ends: tuple[SimHub | SimLaptop, ...] = (self.hub, *self.laptops)
        for end in ends:
            if end.database == cut.path:
                end.close()

    def look(self, laptop: SimLaptop) -> None:
        if laptop.gone:
            return
        try:
            laptop.open()
        except PowerCut:  # the one that was still to come
            laptop.close()
        except DiskFull:
            laptop.close()
        self._check(checker.at_every_moment(laptop, self.hub, self.lost_by_hub))

    def sync(
        self,
        laptop: SimLaptop,
        pace: Pace = TINY_FRAMES,
        meanwhile: Callable[[], None] | None = None,
    ) -> bool:
        """One try; whether it said that all is confirmed. `meanwhile` happens at every request."""
        try:
            link = SimLink(self.air, meanwhile or _nothing)
            outcome = laptop.sync(link, lambda: float(self._now_s), pace)
        except SyncError as error:
            self.note(f"  {type(error).__name__}")
            return False
        if outcome.happened == MORE_CAME:
            self.note("  more came")
            return False
        self.note("  done")
        self._check(checker.after_a_sync_that_said_done(laptop, self.hub))
        self.promised |= checker.what_is_called_confirmed(laptop)
        return True

    def _settle(self) -> None:
        """Power, disks and roads are good; everybody syncs until nothing waits."""
        self.note("everything settles")
        self.air.fault_share, self.hub_offset_s = 0.0, 0
        PLANS.clear()
        self.hub.close()
        self.air.deliver_late()
        for _ in range(MOST_ROUNDS):
            self._now_s += 60
            done = all([self._open_and_sync(laptop) for laptop in self.living()])
            if done and not self.hub.keep():  # else laptops are yet to hear of it
                return

    def _open_and_sync(self, laptop: SimLaptop) -> bool:
        try:
            laptop.open()
        except FieldAppError:
            bring_back(self, laptop)
        self.note(f"{laptop.name}: sync")
        return self.sync(laptop, Pace())

    def require(self, true: bool, otherwise: str) -> None:
        """Break the history off with these words unless it is true."""
        self._check([] if true else [otherwise])

    def _check(self, problems: Iterable[str]) -> None:
        found = list(problems)
        if found:
            told = "\n".join([*self.history, *(f"  BROKEN: {problem}" for problem in found)])
            raise Broken(f"seed {self.seed}\n{told}")
